"""Everything that Simpul raises on purpose.

    SimpulError                 one sentence that says what, where and what to do
    ├── UsageError              the call is wrong: no such graph, bad query, unknown question (exit code 2)
    │   └── QueryError          a query that does not parse, or asks for what is not allowed
    ├── QueryTimeout            a query ran past its limit and was stopped
    ├── ModelError              the trained model is missing or damaged
    └── ExportError             an export could not be written; the old file is as it was

`ontology.OntologyError` and `loaders.LoaderError` stand beside it: those folders know nothing of `graph`.
"""

from __future__ import annotations


class SimpulError(Exception):
    """Base of all errors whose message is meant for a person."""


class UsageError(SimpulError):
    """The call is wrong; nothing was done."""


class QueryError(UsageError):
    """A query does not parse, or asks for what is not allowed."""


class QueryTimeout(SimpulError):
    """A query ran past its limit and was stopped."""


class ModelError(SimpulError):
    """The trained model is missing or damaged."""


class ExportError(SimpulError):
    """An export could not be written; what was there before is untouched."""
