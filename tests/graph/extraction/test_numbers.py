"""What is read as a date, a year, a citation and a figure, case by case; and each rule has a case that needs it.

The cases stand in `cases/*.tsv`; what is read is rendered in one line each for comparison.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.extraction.dates import find_dates
from graph.extraction.figures import find_figures
from graph.extraction.language import nlp
from graph.extraction.mentions import find_mentions
from graph.extraction.quantities import find_quantities
from graph.extraction.reading import Reading
from graph.extraction.regulations import find_regulations
from graph.extraction.rules import RULES
from graph.extraction.years import resolve_years
from graph.facts import Date, Measured, Modality, Regulation, Span
from loaders.article import Article

CASES = Path(__file__).parent / "cases"
PLACE = "Pemerintah Kabupaten Tulang Bawang menggelar rapat."
"""Stands before the words of a figure's case: figures are read only where an article speaks of public bodies."""


@dataclass(frozen=True, slots=True)
class Case:
    """`rule` is the rule that the case is for, `why` the decision in words, `expected` what is read, rendered."""

    rule: str
    why: str
    text: str
    expected: str
    published: str = ""


def cases(name: str) -> list[Case]:
    with (CASES / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [Case(**(row | {"text": row["text"].replace("\\n", "\n")})) for row in rows]


def read(text: str, *, published: str = "", off: frozenset[str] = frozenset()) -> Reading:
    """A reading with everything that numbers need: dates, names, citations, quantities, figures."""
    article = Article(id="case#1", hash=hashlib.sha256(text.encode()).hexdigest(), text=text, published=published)
    doc = nlp()(text)
    sentences = [Span(s.start_char, s.start_char + len(s.text.rstrip())) for s in doc.sents]
    reading = Reading(article=article, doc=doc, sentences=sentences, off=off)
    for step in (find_dates, resolve_years, find_mentions, find_regulations, find_quantities, find_figures):
        step(reading)
    return reading


def show_date(date: Date) -> str:
    """`2024-01-30..2024-02-02 Selasa [2014 2020] (weekday) !` with an end, a weekday, candidates, a basis, a misprint."""
    return " ".join(
        part
        for part in (
            date.value + (f"..{date.end}" if date.end else ""),
            date.weekday,
            f"[{' '.join(date.candidates)}]" if date.candidates else "",
            f"({date.basis})" if date.basis else "",
            "!" if date.misprint else "",
        )
        if part
    )


def show_dates(reading: Reading) -> str:
    return "; ".join(show_date(mention.date) for mention in reading.dates)


def show_regulations(reading: Reading) -> str:
    found = [e for e in reading.entities.values() if isinstance(e, Regulation)]
    return "; ".join(
        f"{r.kind} {r.number or '-'} {r.year or '-'}" + (f" tentang {r.subject}" if r.subject else "") for r in found
    )


def show_figure(reading: Reading, figure: Measured) -> str:
    """`7.45 % angka kemiskinan @ Sukasari in 2021 per bulan planned`."""
    subject = reading.entities[figure.subject].name if figure.subject is not None else figure.subject_text
    return " ".join(
        part
        for part in (
            figure.value,
            figure.unit or "-",
            figure.measure,
            f"@ {subject}" if subject else "",
            f"in {figure.period}" if figure.period else "",
            f"per {figure.per}" if figure.per else "",
            str(figure.modality) if figure.modality is not Modality.STATED else "",
        )
        if part
    )


def show_figures(reading: Reading) -> str:
    found = sorted((c for c in reading.claims if isinstance(c, Measured)), key=lambda c: (c.span, c.measure, c.value))
    return "; ".join(show_figure(reading, figure) for figure in found)


FIGURES = cases("figures")
DATES = [*cases("dates"), *cases("years")]
REGULATIONS = cases("regulations")
OURS = sorted(name for name in RULES if name.split(".")[0] in ("date", "year", "regulation", "figure"))


def _read(case: Case, *, off: frozenset[str] = frozenset()) -> Reading:
    text = f"{PLACE}\n\n{case.text}" if case in FIGURES else case.text
    return read(text, published=case.published, off=off)


def _show(case: Case, *, off: frozenset[str] = frozenset()) -> str:
    reading = _read(case, off=off)
    if case in FIGURES:
        return show_figures(reading)
    return show_regulations(reading) if case in REGULATIONS else show_dates(reading)


@pytest.mark.parametrize("case", [*DATES, *REGULATIONS, *FIGURES], ids=lambda c: f"{c.rule}: {c.why}")
def test_a_case_is_read_as_decided(case: Case) -> None:
    assert _show(case) == case.expected


@pytest.mark.parametrize("name", OURS)
def test_each_rule_has_a_case_that_breaks_without_it(name: str) -> None:
    mine = [case for case in (*DATES, *REGULATIONS, *FIGURES) if case.rule == name]
    assert any(_show(case, off=frozenset({name})) != case.expected for case in mine), f"no case needs {name}"


def test_every_figure_has_its_number_in_its_evidence() -> None:
    for case in FIGURES:
        reading = _read(case)
        for claim in reading.claims:
            words = reading.text[claim.span.start : claim.span.end]
            assert 0 < len(words) <= 400
            assert any(claim.span.start <= q.start < claim.span.end for q in reading.quantities) or claim.table != "figures"


@pytest.mark.parametrize(
    "text",
    [
        "Tuan rumah mencetak 7 gol dan punya 58 peluang.",
        "Resep rendang Padang: 1 kg daging, 500 ml santan, masak selama 3 jam.",
        "Toko di Kota Surabaya menjual 500 pasang sepatu, harga Rp 199.000.",
        "PT Sumber Rejeki mencari 20 operator, kata Direktur PT Sumber Rejeki.",
        "PT Sumber Rejeki mencari 20 operator yang membawa SKCK dari Polres Pacitan.",
        "Penyanyi itu resmi bercerai di Pengadilan Agama Pacitan setelah 7 tahun menikah.",
    ],
)
def test_no_figures_where_no_public_body_is_named(text: str) -> None:
    assert show_figures(read(text)) == ""
