"""The one error of this folder."""

from __future__ import annotations


class OntologyError(Exception):
    """A file of the ontology or of a user's registers is broken; the message names the file, the line and the fault."""
