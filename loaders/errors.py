"""The one error of this folder."""

from __future__ import annotations


class LoaderError(Exception):
    """A file cannot be read; the message is one sentence that names the file, the fault and what to do."""
