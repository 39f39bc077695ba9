"""What to call the holder of a post whom no article names."""

from __future__ import annotations

from functools import cache

from graph.facts import HoldsPost
from ontology.posts import posts


def called(claim: HoldsPost, whose: str, *, governs: bool) -> str:
    """How somebody without a name is called: `Wali Kota Magelang` after the area of the government, `Kepala Dinas Sosial`."""
    rank, body = claim.post.split(), whose.split()
    if not governs and body:
        rank, body = _said_once(claim.post, rank, body)
    elif body[:1] == rank[-1:]:  # `Wali Kota` of the area `Kota Magelang`
        rank = rank[:-1]
    return " ".join((*(part for part in (claim.acting,) if part), *rank, *body))


def _said_once(post: str, rank: list[str], body: list[str]) -> tuple[list[str], list[str]]:
    """Rank and body as they are spoken, without the word that both hold: `Kepala Dinas Sosial`, `Menteri Kesehatan`, `Kapolres
    Sleman`, `Kepala BPBD Sleman`.
    """
    last, first = rank[-1].casefold(), body[0].casefold()
    takes, command = _completions().get(post, ("", ()))
    short = takes == "agency" and len(rank) > 1 and first[0] == last[0]  # a Dinkes is a Dinas, a BPBD a Badan
    if last == first or short:
        return rank[:-1], body
    if len(body) > 1 and (first in last or last in first):
        return rank, body[1:]
    if command and tuple(body[: len(command)]) == command and (len(rank) == 1 or tuple(rank[-len(command) :]) == command):
        return rank, body[len(command) :]
    return rank, body


@cache
def _completions() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Of each post what completes it, and the words with which the name of the body begins that it commands."""
    return {post.post: (post.takes, tuple(post.body.split())) for post in posts()}
