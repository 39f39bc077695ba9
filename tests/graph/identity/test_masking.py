"""What a citizen's name becomes in the texts of the knowledge graph. All names are invented."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from graph.facts import Organization, Person, Span
from graph.identity.local import reports
from graph.identity.masking import Masks, masks

Tell = Callable[..., tuple]  # type: ignore[type-arg]


def masked(tell: Tell, text: str, name: str, *, public: str = "", mention: bool = True) -> Masks:
    """The masks of an article with one citizen, and with a public body where `public` stands."""
    spans = tuple(Span(*m.span()) for m in re.finditer(re.escape(name), text)) if mention else ()
    bodies = (
        Organization(key="organization/1", name=public, mentions=(Span(text.index(public), text.index(public) + len(public)),)),
    )
    (report,) = reports([tell(text, Person(key="person/1", name=name, mentions=spans), *(bodies if public else ()))])
    return masks(report, {(report.hash, "person/1"): 1})


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Siti Rahayu datang.", "Siti Rahayu", "⟦warga 1⟧ datang."),
        ("SITI RAHAYU DATANG", "Siti Rahayu", "⟦warga 1⟧ DATANG"),
        ("kata Rahayu, lalu Siti pulang", "Siti Rahayu", "kata ⟦warga 1⟧, lalu ⟦warga 1⟧ pulang"),
        ("Ibu Siti\nRahayu datang", "Siti Rahayu", "Ibu ⟦warga 1⟧ datang"),
        ("rumah Rahayunya", "Siti Rahayu", "rumah ⟦warga 1⟧nya"),
        ("Rahayuning dan Sitihan", "Siti Rahayu", "Rahayuning dan Sitihan"),
        ("di Ad dan Al", "Al Ad", "di Ad dan Al"),
        ("taman yang indah", "Indah Sari", "taman yang indah"),
        ("Ma'ruf Amal tiba", "Ma'ruf Amal", "⟦warga 1⟧ tiba"),
        ("(Siti Rahayu/Siti)", "Siti Rahayu", "(⟦warga 1⟧/⟦warga 1⟧)"),
    ],
)
@pytest.mark.parametrize("mention", [True, False])
def test_names(tell: Tell, text: str, name: str, expected: str, mention: bool) -> None:
    found = masked(tell, text, name, mention=mention)
    assert found.cut(0, len(text)) == expected


def test_a_public_name_stays(tell: Tell) -> None:
    text = "Rahayu dirawat di RSUD Rahayu Sehat."
    found = masked(tell, text, "Siti Rahayu", public="RSUD Rahayu Sehat")
    assert found.cut(0, len(text)) == "⟦warga 1⟧ dirawat di RSUD Rahayu Sehat."


@pytest.mark.parametrize(("start", "end"), [(7, 20), (5, 20), (5, 8), (0, 6)])
def test_a_cut_through_a_name_masks_all_of_it(tell: Tell, start: int, end: int) -> None:
    text = "Kata Siti Rahayu begitu."
    cut = masked(tell, text, "Siti Rahayu").cut(start, end)
    assert "⟦warga 1⟧" in cut
    assert not re.search("[Ss]|iti|ahay", cut.replace("⟦warga 1⟧", ""))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("rumah Siti Rahayu", "rumah ⟦warga 1⟧"),
        ("rumah rahayu", "rumah rahayu"),
        ("halaman Rahayu", "halaman ⟦warga 1⟧"),
        ("", ""),
    ],
)
def test_words_taken_from_the_article(tell: Tell, words: str, expected: str) -> None:
    assert masked(tell, "Siti Rahayu datang.", "Siti Rahayu").free(words) == expected


def test_an_article_without_citizens_is_untouched(tell: Tell) -> None:
    (report,) = reports([tell("Hasan Basri", Person(key="person/1", name="Hasan Basri"))])
    assert masks(report, {}).cut(0, 11) == "Hasan Basri"
