"""What one file gives before it is split into articles."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The text of a file and what its format says about it. `splits` is false where the format holds one article."""

    text: str
    published: str = ""
    outlet: str = ""
    url: str = ""
    splits: bool = True
