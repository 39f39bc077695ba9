"""Public programmes: national ones by name, all others by the word their names begin with, definite aids by their kind."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.extraction.patterns import matches
from graph.extraction.program_claims import claim_programs
from graph.extraction.program_names import ProgramName, identity_of, is_enough, is_time, looks_like_acronym, trimmed
from graph.extraction.program_patterns import (
    aid_pattern,
    application_pattern,
    apposed_pattern,
    capitals_behind_pattern,
    explained_pattern,
    headed_pattern,
    kind_behind_pattern,
    listed_pattern,
    named_so_pattern,
    national_names,
    national_pattern,
    next_item_pattern,
    program_pattern,
    quoted_pattern,
    short_form,
    spelled_pattern,
    whole_pattern,
)
from graph.extraction.reading import Reading
from graph.extraction.rules import rule
from graph.facts import Organization
from graph.identity.wording import stands_for, tokens
from ontology.bodies import not_names, organization_kinds
from ontology.programs import program_words

LONGEST_LEAD = 60
"""Characters of the words that may stand before the word of a kind in brackets."""


def find_programs(reading: Reading) -> None:
    """Add each programme once, with the first sentence that says who runs it, else the first that names it."""
    found: list[ProgramName] = []
    for name, find in _RULES:
        for named in find(reading):
            inside = any(o.start <= named.start < o.end and o.type in ("organization", "person") for o in reading.mentions)
            if not inside and not any(named.start < other.end and other.start < named.end for other in found):
                found.append(replace(named, rule=name))
    found += [n for n in acronyms_again(reading, found) if not any(n.start < o.end and o.start < n.end for o in found)]
    claim_programs(reading, sorted(found, key=lambda n: n.start))


@rule("programs.national", example="Program Keluarga Harapan (PKH); BPNT")
def national(reading: Reading) -> list[ProgramName]:
    """A programme of the register is named in full or by its acronym."""
    found = []
    for match in matches(reading, national_pattern()):
        name = national_names()[identity_of(match.group("name"))]
        if match.group("name").islower() and match.group("name").count(" ") < 2:
            continue  # `bos`, `kip` are common words without their capitals
        found.append(ProgramName(match.start(), match.end(), match.group("name"), identity_of(name), short_form(match)))
    return found


@rule("programs.whole", example="bank sampah; Bursa Kerja; pasar murah")
def whole(reading: Reading) -> list[ProgramName]:
    """Services of one name everywhere, whatever their letters' case."""
    return [
        ProgramName(m.start("name"), m.end(), m.group("name"), identity_of(m.group("name")), short_form(m))
        for m in matches(reading, whole_pattern())
        if not m.group("name").islower() or m.group("cue")  # `kelompok bank sampah` are many groups, no programme
    ]


@rule("programs.headed", example="Program Kartu Sejahtera (KS); aplikasi Lapor Warga; Sistem Informasi Desa Terpadu (SIDT)")
def headed(reading: Reading) -> list[ProgramName]:
    """`Program`, `Kartu`, `aplikasi` and the like stand before a name with capitals; a headline shows no such names."""
    found = []
    for match in matches(reading, headed_pattern()):
        if reading.in_headline(match.start()) or _is_body(reading, match.start("rest")):
            continue
        rest = trimmed(_before_body(reading, match))
        head = match.group("head")
        first = rest.split()[0].lower() if rest else ""
        if head.lower() == "aplikasi" and not _of_a_government(reading):
            continue
        if not rest or first in program_words("generic") or is_time(rest) or _is_spelled_out(reading.text, match.start()):
            continue
        if not_names().get(first) == "function" and not short_form(match):  # but `Gerakan Satu Telur Sehari (GESTURI)`
            continue
        if (head[0].isupper() is False and head.lower() in program_words("head-capital")) or (
            head.islower() and not is_enough(head, rest)
        ):
            continue
        name = rest if head.lower() in program_words("head-left-out") else f"{head} {rest}"
        end = match.end() if rest == match.group("rest") else match.start("rest") + len(rest)
        acronym = short_form(match) if rest == match.group("rest") else ""
        found.append(ProgramName(match.start(), end, name, identity_of(name), acronym))
    return found


def _is_spelled_out(text: str, start: int) -> bool:
    """`Selaras Bunda (Semua | Layanan Ramah Ibu)`: the brackets spell out the name before them."""
    return re.search(r"\((?:[A-Z]\w+ )+$", text[max(0, start - LONGEST_LEAD) : start]) is not None


def _before_body(reading: Reading, match: re.Match[str]) -> str:
    """The name without the body that stands right behind: `Program Rumah Harapan | Dinas Perkim`."""
    start, end = match.span("rest")
    bodies = (m.start for m in reading.mentions_in(start + 1, len(reading.text), "organization") if m.start < end)
    return reading.text[start : min(bodies, default=end)].rstrip()


@rule("programs.explained", example="Bantuan Lansia Sejahtera (BLS)")
def explained(reading: Reading) -> list[ProgramName]:
    """An aid whose name the article writes with capitals and explains by an acronym."""
    return [
        ProgramName(m.start(), m.end(), m.group("name"), identity_of(m.group("name")), m.group("acronym"))
        for m in matches(reading, explained_pattern())
    ]


@rule("programs.spelled", example="meluncurkan skema KURMA (Kredit Usaha Rawa Mandiri)")
def spelled(reading: Reading) -> list[ProgramName]:
    """A short name that its brackets spell out, in a sentence that speaks of a programme or of running one."""
    found = []
    for match in matches(reading, spelled_pattern()):
        sentence = reading.sentence_at(match.start())
        cued = program_pattern().search(reading.text, sentence.start, match.start())
        short, long = match.group("name"), match.group("long") or match.group("said")
        short = short.replace(" ", "") if short.isupper() else short.split()[-1]  # `SAPA KITA` is one acronym
        told = named_so_pattern().search(reading.text, sentence.start, match.start()) or (
            kind_behind_pattern().match(reading.text, match.end())
        )
        end = match.end("name") if told else match.end()  # `layanan JAGA DESA (Jaksa Kawal Desa)`: a post may stand in it
        named = any(m.start < end and match.start() < m.end for m in reading.mentions)
        meant = stands_for(tokens(short), tokens(long)) or (told and _is_drawn_from(short, long))
        if cued and not named and meant:
            found.append(ProgramName(match.start(), match.end(), long, identity_of(long), match.group("name")))
    return found


def _is_drawn_from(short: str, long: str) -> bool:
    """Whether the letters of a short name stand in the long one in their order, the first one first: `GEMAPIPA` in `Gerakan
    Merawat Pipa`."""
    letters = iter(long.casefold())
    return short[:1].casefold() == long[:1].casefold() and all(letter in letters for letter in short.casefold())


@rule("programs.quoted", example='layanan "Jemput Lansia" milik puskesmas')
def quoted(reading: Reading) -> list[ProgramName]:
    """The word of a kind before a name in quotation marks."""
    return [
        ProgramName(m.start("name"), m.end("name"), m.group("name"), identity_of(m.group("name")), short_form(m))
        for m in matches(reading, quoted_pattern())
    ]


@rule("programs.apposed", example="Lapor Warga, aplikasi pengaduan garapan Dinas Kominfo")
def apposed(reading: Reading) -> list[ProgramName]:
    """Behind a name with capitals a comma and the word of its kind."""
    return [
        ProgramName(m.start("name"), m.end("name"), m.group("name"), identity_of(m.group("name")))
        for m in matches(reading, apposed_pattern())
        if not any(o.start < m.end("name") and m.start("name") < o.end for o in reading.mentions)
        and not_names().get(m.group("name").split()[0].lower(), "proper") == "proper"
        and (" " in m.group("name") or reading.sentence_at(m.start()).start < m.start())  # `Menurutnya, aplikasi ...`
    ]


@rule("programs.listed", example="beberapa program di kelurahan ini antara lain Rumah Singgah, ...")
def listed(reading: Reading) -> list[ProgramName]:
    """Names with capitals in a list behind `program ... antara lain`; the list ends with the first that has none."""
    found = []
    for match in matches(reading, listed_pattern()):
        item: re.Match[str] | None = match
        while item is not None:
            name, at = item.group("name"), item.start("name")
            if not_names().get(name.split()[0].lower()) not in ("function", "time") and not _is_body(reading, at):
                found.append(ProgramName(at, item.end("name"), name, identity_of(name)))
            item = next_item_pattern().match(reading.text, item.end("name"))
    return found


@rule("programs.application", example="menggunakan aplikasi simda")
def application(reading: Reading) -> list[ProgramName]:
    """The word after `aplikasi` is its name, also without capitals, where it is no common word."""
    found = []
    for match in matches(reading, application_pattern()):
        first = match.group("name").split()[0]
        lexeme = first.lower()
        if lexeme not in not_names() and ("-" in first or looks_like_acronym(lexeme)):
            name = f"Aplikasi {match.group('name')}"
            found.append(ProgramName(match.start("whole"), match.end(), name, identity_of(name)))
    return found


@rule("programs.aid", example="bantuan pangan beras; santunan kematian; bantuan untuk lansia")
def aid(reading: Reading) -> list[ProgramName]:
    """An aid named by its kind, or by its receivers."""
    found = []
    for match in matches(reading, aid_pattern()):
        end = None if reading.in_headline(match.start()) else capitals_behind_pattern().match(reading.text, match.end())
        whole = match.group(0) + (end[0] if end and match.group(0).split()[-1][0].isupper() else "")
        name = " ".join(whole.split())  # `Bantuan Pangan Daerah`, of which `daerah` is no kind of aid
        if identity_of(name) in ("bantuan sosial", "bantuan keuangan", "bantuan pemerintah"):
            continue  # aid in general
        found.append(ProgramName(match.start(), match.start() + len(whole), name, f"aid:{identity_of(name)}"))
    return found


@rule("programs.again", example="KS (after Kartu Sejahtera (KS))")
def acronyms_again(reading: Reading, found: list[ProgramName]) -> list[ProgramName]:
    """The acronym that the article has explained, and the name without its head."""
    again = []
    for named in list(found):
        for form in sorted({named.acronym, named.name} - {""}):
            pattern = re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")
            again += [
                ProgramName(m.start(), m.end(), form, named.identity, "", "programs.again") for m in matches(reading, pattern)
            ]
    return again


_RULES = (
    ("programs.explained", explained),
    ("programs.spelled", spelled),
    ("programs.national", national),
    ("programs.whole", whole),
    ("programs.quoted", quoted),
    ("programs.headed", headed),
    ("programs.application", application),
    ("programs.apposed", apposed),
    ("programs.listed", listed),
    ("programs.aid", aid),
)


def _of_a_government(reading: Reading) -> bool:
    """Whether the article speaks of a government: the applications of companies are no public service."""
    bodies = (e for e in reading.entities.values() if isinstance(e, Organization))
    return any(body.kind.startswith("pemerintah") or organization_kinds()[body.kind].local for body in bodies)


def _is_body(reading: Reading, at: int) -> bool:
    return any(m.start <= at < m.end and m.type in ("organization", "post") for m in reading.mentions)
