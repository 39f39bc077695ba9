"""Who claims a number: whoever says it."""

from __future__ import annotations

from dataclasses import replace

from graph.extraction.reading import Reading
from graph.facts import Claim, Key, Measured, Said


def find_claimants(reading: Reading) -> None:
    """`"Ada 40 usulan," ujar Sinta`, `Sinta mengatakan ada 40 usulan`: a number in the words of one speaker is theirs."""
    said = [claim for claim in reading.claims if isinstance(claim, Said) and claim.speaker is not None]
    reading.claims[:] = [_claimed(claim, said) for claim in reading.claims]


def _claimed(claim: Claim, said: list[Said]) -> Claim:
    if not isinstance(claim, Measured):
        return claim
    return replace(claim, claimed_by=_speaker(claim, said))


def _speaker(figure: Measured, said: list[Said]) -> Key | None:
    """The one speaker of the words of `figure`; None where two speak in its evidence, or nobody does."""
    speakers = {each.speaker for each in said if each.quote.start < figure.span.end and figure.span.start < each.quote.end}
    return speakers.pop() if len(speakers) == 1 else None
