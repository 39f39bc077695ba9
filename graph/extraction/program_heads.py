"""Programmes behind the word of their kind: `Program Laut Biru`, `aplikasi pengaduan Lapor Warga`, `Kartu Sehat (KS)`."""

from __future__ import annotations

import re

from graph.extraction.patterns import matches
from graph.extraction.program_lists import is_free, is_item, items_behind, parts_of
from graph.extraction.program_names import (
    ProgramName,
    begins_earlier,
    identity_of,
    is_enough,
    is_field,
    is_time,
    opens_a_name,
    trimmed,
    without_owner,
)
from graph.extraction.program_patterns import headed_pattern, heads, launched_pattern, short_form
from graph.extraction.reading import Reading
from graph.extraction.rules import rule
from graph.facts import Organization
from ontology.bodies import fields, organization_kinds
from ontology.programs import program_words

LONGEST_LEAD = 60
"""Characters of the words that may stand before the word of a kind in brackets."""


@rule("programs.headed", example="Program Kartu Sejahtera (KS); aplikasi Lapor Warga; Sistem Informasi Desa Terpadu (SIDT)")
def headed(reading: Reading) -> list[ProgramName]:
    """`Program`, `Kartu`, `aplikasi` and the like stand before a name with capitals; a headline shows no such names."""
    found: list[ProgramName] = []
    for match in matches(reading, headed_pattern()):
        explains = found and reading.text[found[-1].end : match.start()].strip() == "("  # `aplikasi Si Kuda (Sistem ...)`
        if explains or reading.in_headline(match.start()):
            continue
        rest = trimmed(without_owner(_before_body(reading, match)))
        if not rest or not _is_name(reading, match, rest):
            continue
        whole = rest == match.group("rest")
        acronym = short_form(match) if whole else ""
        parts = [rest] if acronym else parts_of(rest)
        left_out = match.group("head").lower() in program_words("head-left-out") or match.group("modifiers")
        at = match.start("rest")
        for number, part in enumerate(parts):
            at = reading.text.index(part, at)
            start, name = (at, part) if number else (match.start(), part if left_out else f"{match.group('head')} {part}")
            end = match.end() if whole and len(parts) == 1 else at + len(part)
            found.append(ProgramName(start, end, name, identity_of(name), acronym))
        found += items_behind(reading, match.end()) if rest.endswith(parts[-1]) and whole else []
    return found


def _is_name(reading: Reading, match: re.Match[str], rest: str) -> bool:
    """Whether the capitals behind a head are the name of a programme: not a word of the trade, a time, a body, a post."""
    head, first = match.group("head").lower(), rest.split(maxsplit=1)[0].lower().removesuffix("nya")
    acronym = short_form(match) if rest == match.group("rest") else ""
    if head == "aplikasi" and not _of_a_government(reading):
        return False
    if _is_spelled_out(reading.text, match.start()) or _is_inside(reading.text, match, acronym):
        return False
    if is_time(rest) or not opens_a_name(rest, told=bool(acronym or match.group("mark") or match.group("called"))):
        return False
    if identity_of(f"{head} {rest}").startswith(tuple(program_words("no-program"))):
        return False
    start = match.start("rest")
    if not is_free(reading, start, start + len(rest), persons=not match.group("modifiers")):
        return False
    return match.group("head")[0].isupper() or bool(match.group("modifiers")) or _is_enough_small(head, rest, first)


def _is_inside(text: str, match: re.Match[str], acronym: str) -> bool:
    """Whether a head stands in a longer name; `Kartu`, `Aplikasi` and `Program` begin names wherever they stand, but
    `Kepala Seksi | Program Kesehatan` is a post."""
    head, start = match.group("head").lower(), match.start()
    if head in program_words("head"):
        return False
    if head in program_words("head-left-out"):
        return is_field(text, start)
    return begins_earlier(text, start, match.group("head") + " " + match.group("rest"), acronym)


def _is_enough_small(head: str, rest: str, first: str) -> bool:
    """A name behind a small letter: `layanan Antar KTP`, but `layanan Administrasi Kependudukan` is the work of an agency."""
    if head in program_words("head-capital"):
        return False
    if head in program_words("head-small"):
        return len(rest.split()) > 1 and first not in {field.lower() for field in fields()}
    return is_enough(head, rest)


def _is_spelled_out(text: str, start: int) -> bool:
    """`Selaras Bunda (Semua | Layanan Ramah Ibu)`: the brackets spell out the name before them."""
    return re.search(r"\((?:[A-Z]\w+ )+$", text[max(0, start - LONGEST_LEAD) : start]) is not None


def _before_body(reading: Reading, match: re.Match[str]) -> str:
    """The name without the body that stands right behind: `Program Rumah Harapan | Dinas Perkim`."""
    start, end = match.span("rest")
    bodies = (m.start for m in reading.mentions_in(start + 1, len(reading.text), "organization") if m.start < end)
    return reading.text[start : min(bodies, default=end)].rstrip()


def _of_a_government(reading: Reading) -> bool:
    """Whether the article speaks of a government: the applications of companies are no public service."""
    bodies = (e for e in reading.entities.values() if isinstance(e, Organization))
    return any(body.kind.startswith("pemerintah") or organization_kinds()[body.kind].local for body in bodies)


@rule("programs.launched", example="Wali Kota meluncurkan Mobil Sehat Keliling dan Bus Pelajar Gratis")
def launched(reading: Reading) -> list[ProgramName]:
    """What a government launches under a name of two words or more, though no word of a kind stands before it."""
    found: list[ProgramName] = []
    for match in matches(reading, launched_pattern()):
        at, name = match.start("name"), trimmed(match.group("name"))
        covered = any(m.start < at + len(name) and at < m.end for m in reading.mentions)
        first = name.partition(" ")[0].lower()
        if (
            covered
            or reading.in_headline(at)
            or first in heads() | program_words("launched-else")
            or not is_item(reading, name, at)
        ):
            continue
        for part in parts_of(name):
            at = reading.text.index(part, at)
            acronym = short_form(match) if part == match.group("name") else ""
            found.append(ProgramName(at, at + len(part), part, identity_of(part), acronym))
        found += items_behind(reading, match.end()) if name == match.group("name") else []
    return found
