"""Who claims a number: whoever says it."""

from __future__ import annotations

import pytest

from graph.extraction.pipeline import extract
from graph.facts import Measured
from tests.graph.extraction.case_files import article_of

CASES = {
    'Camat Sukajadi Ratna Dewi hadir. "Ada 40 usulan warga yang kami terima," ujar Ratna.': "Ratna Dewi",
    "Camat Sukajadi Ratna Dewi mengatakan bahwa 40 usulan warga diterima Pemkot Bandung.": "Ratna Dewi",
    "Sebanyak 40 usulan warga diterima Camat Sukajadi Ratna Dewi di Kota Bandung.": None,
}


@pytest.mark.parametrize(("text", "claimant"), CASES.items())
def test_claimant(text: str, claimant: str | None) -> None:
    facts = extract(article_of(text))
    names = {entity.key: getattr(entity, "name", "") for entity in facts.entities}
    claimants = [names.get(claim.claimed_by or "") for claim in facts.claims if isinstance(claim, Measured)]
    assert claimants == [claimant]
