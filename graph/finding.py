"""`Finding`: one thing that a check found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """`title` says what is wrong in Indonesian, `title_en` in English, `detail` where. `articles` are ids `PATH#N`.

    `evidence` are the sentences behind it, masked; empty where a finding is about an article graph, which has places alone.
    """

    check: str
    title: str
    title_en: str
    detail: str
    articles: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.title} / {self.title_en}: {self.detail}"
