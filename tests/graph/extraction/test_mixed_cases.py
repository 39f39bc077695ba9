"""The sentences of all cases, mixed and spoilt: whatever stands beside whatever, an article is read without an error."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

import pytest

from graph.extraction.pipeline import extract
from tests.graph.extraction.case_files import article_of
from tests.graph.extraction.test_cases import CASES

LINES = [line for case in CASES for line in case.text.split("\n") if line.strip()]
ARTICLES = 100
LENGTH = 30
"""Lines of an article: more than most have, and each meets others than in its case."""

SPOILT: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    str.lower,
    lambda line: re.sub(r"[\s/](?:19|20)\d\d\b", "", line),  # `Senin (8/6)`
    lambda line: re.sub(r"\d", "9", line),
    lambda line: line.replace('"', "").replace("“", '"'),
    lambda line: re.sub(r"[.,:;]", "", line),
    lambda line: line[: len(line) // 2],
    lambda line: line[len(line) // 2 :],
    lambda line: " ".join(reversed(line.split())),
)
"""What may have happened to a line; most are left as they are."""


def _mixed(seed: int) -> str:
    chance = Random(seed)
    lines = [chance.choice(SPOILT)(line) if chance.random() < 0.5 else line for line in chance.sample(LINES, LENGTH)]
    return "".join(line + chance.choice(("\n\n", "\n", " ")) for line in lines)


@pytest.mark.parametrize("seed", range(ARTICLES))
def test_any_mix_is_read_and_every_claim_lies_in_the_text(seed: int) -> None:
    article = article_of(_mixed(seed))
    for claim in extract(article).claims:
        assert 0 <= claim.span.start < claim.span.end <= len(article.text)
