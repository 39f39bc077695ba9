"""Laws, regulations and decrees that an article cites: kind, issuer, number, year and subject.

A citation is a kind with a number (`Perda Kota X Nomor 7 tahun 2021`, `UU No.23/2014`), a kind with a title (`UU Cipta
Kerja`, `Perbup tentang tarif air`) or a name that stands for a law (`UUD 1945`, `KUHP`). A bill (`Raperda`) is not a
regulation yet, and a kind alone (`akan diatur lewat Pergub`) cites none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from graph.extraction.evidence import evidence
from graph.extraction.patterns import either, folded, matches, without_overlaps
from graph.extraction.reading import Reading
from graph.extraction.rules import rule
from graph.facts import Cites, Regulation, Span
from graph.identity.wording import stands_for, tokens
from ontology.area_cues import area_cues
from ontology.bodies import not_names
from ontology.number_cues import cue_words
from ontology.regulation_kinds import RegulationKind, regulation_kinds, titled_regulations

YEAR = r"(?:19|20)\d\d"
FIRST_OF_CENTURY = 45
"""Years of two digits below it are of this century: no law in force is older than 1945."""
ISSUER_WORDS = 14
"""Words between kind and number: `Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53`: seven."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One place where a regulation is cited; `title` as written, up to its number and year."""

    start: int
    end: int
    kind: str
    title: str
    number: str = ""
    year: str = ""
    subject: str = ""


@cache
def _kind_of() -> dict[str, RegulationKind]:
    return {folded(form): kind for kind in regulation_kinds() for form in (kind.label, *kind.forms)}


def _kinds(*, named: bool) -> str:
    """Names of two words and more in any case (`surat edaran`), shorter ones as the register has them (`SE` is not `se`)."""
    forms = [f for k in regulation_kinds() if k.named is named for f in (k.label, *k.forms)]
    return f"(?i:{either(f for f in forms if ' ' in f or '-' in f)})|{either(f for f in forms if ' ' not in f)}"


@cache
def _numbered() -> re.Pattern[str]:
    word = rf"\s+\(?(?!(?:{_kinds(named=False)}|(?i:nomor|no))\b)[^\W\d][\w/&'’-]*\)?,?"
    issuer = rf"(?:{word}){{0,{ISSUER_WORDS}}}?(?:\s*\([^()]{{1,30}}\))?"
    letters = r"(?:[A-Z]{1,6}(?:\.\s|[-/. ])?|[A-Z][a-z]{1,5}[-/.])?"  # `Nomor SE. 05`, `Nomor Mak/1/VIII/2023`
    number = rf"\s*,?\s*(?:(?i:ber)?(?i:nomor|nomer)|(?i:no)\b\.?)\s*[:.]?\s*(?P<number>{letters}\d[\w./-]*)"
    coded = rf"\d{{1,4}}(?:/[\w.-]+){{1,3}}/{YEAR}\b"  # `PMK 212/PMK.07/2022`
    # `Pergub Lampung 5/2025`: who issued it stands between
    bare = rf"(?:\s+[A-Z][\w.]*){{0,3}}\s+(?P<bare>{coded}|\d{{1,3}}(?=\s*/\s*{YEAR}\b|\s+(?i:tahun)\s+{YEAR}\b))"
    short = r"(?i:tahun|thn?\.?)\s+(?P<short>\d\d)\b(?!\s*(?:%|persen|orang|unit|[.,]\d))"  # `Inpres no.4 tahun 22`
    year = rf"(?:\s*(?:/|(?i:tahun)|(?i:thn?)\.?)\s*(?P<year>{YEAR})\b|\s+{short})?"
    return re.compile(rf"\b(?P<kind>{_kinds(named=False)})\b(?:\s*\([^()]{{1,30}}\))?(?:{issuer}{number}|{bare}){year}")


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<kind>{_kinds(named=True)})\b(?:\s+(?i:tahun\s+)?(?P<year>{YEAR})\b)?")


@cache
def _subject() -> re.Pattern[str]:
    """What a regulation is about, up to punctuation, a new clause or the next citation."""
    next_one = rf"(?:dan|serta|jo\.?)\s+(?:{_kinds(named=False)}|{_kinds(named=True)})"
    end = rf"\s+(?:tertanggal|yang|dan\s+di|telah|sudah|akan|ini|itu|sebagai|sebagaimana|juncto|jo|{next_one})\b|[.,;\"“”\n]|$"
    return re.compile(rf"\s*,?\s*(?:[Tt]entang|[Mm]engenai)\s+(?P<subject>[^.,;\"“”\n]{{3,200}}?)(?={end})")


@cache
def _dated() -> re.Pattern[str]:
    return re.compile(rf"\s*,?\s*(?:tertanggal|tanggal)\s+[^.,;\n]{{0,20}}?(?P<year>{YEAR})\b")


@cache
def _titled() -> re.Pattern[str]:
    """A kind that its title alone may tell apart, of which no draft is meant, and perhaps who issued it."""
    kinds = either(t.form for t in titled_regulations())
    return re.compile(rf"(?<!\w)(?<![Rr]ancangan\s)(?P<kind>{kinds})(?!\w)(?P<issuer>(?:\s+[A-Z][\w.-]*){{0,6}})")


@cache
def _capitals() -> re.Pattern[str]:
    """`Perda | Kawasan Tanpa Rokok`: the capital words behind a kind."""
    word = rf"(?!(?:{_kinds(named=False)}|{_kinds(named=True)})\b)[A-Z][\w-]*"
    return re.compile(rf"[^\S\n]+(?P<title>{word}(?:\s+(?:(?:dan|atau)\s+)?{word}){{0,7}})")


def _citation(text: str, match: re.Match[str]) -> Citation:
    """A numbered citation: `Nomor 100.3.3/12/2025` and `tertanggal 17 Maret 2022` tell the year where no word does."""
    number, year, end = (
        (match["number"] or match["bare"]).rstrip("./-"),
        match["year"] or _whole_year(match["short"]),
        match.end(),
    )
    if not year:
        end = match.start("number" if match["number"] else "bare") + len(number)
        if inside := re.fullmatch(rf"(?P<number>.*\d.*)/(?P<year>{YEAR})", number):
            year = inside["year"]
            number = (
                inside["number"] if inside["number"].isdigit() else number
            )  # `23/2014`, but `188/12/KPTS/2025` is one number
    title = " ".join(text[match.start() : end].split())
    about = _subject().match(text, end)
    subject = _title_case(about["subject"]) if about else ""
    end = about.end() if about else end
    if not year and (dated := _dated().match(text, end)):
        year, end = dated["year"], dated.end()
    return Citation(
        start=match.start(),
        end=end,
        kind=_kind_of()[folded(match["kind"])].kind,
        title=title,
        number=number,
        year=year,
        subject=subject,
    )


def _whole_year(short: str | None) -> str:
    """`tahun 22` is 2022, `tahun 99` is 1999."""
    if not short:
        return ""
    return f"20{short}" if int(short) < FIRST_OF_CENTURY else f"19{short}"


def _title_case(subject: str) -> str:
    """A subject that begins with a capital ends before a plain word: `Pengadaan Barang dan Jasa | resmi diterbitkan`."""
    words = subject.split()
    if words[0][0].isupper():
        plain = (n for n, word in enumerate(words) if word[0].islower() and word not in cue_words("stop"))
        words = words[: next(plain, len(words))]
        while words[-1] in cue_words("stop"):
            words.pop()
    return " ".join(words)


@rule("regulation.number", example="UU No.23/2014")
def numbered(reading: Reading) -> list[Citation]:
    """A kind of regulation with a number cites it, whoever issued it; bills do not count. A title may hold the next citation:
    `UU Nomor 3 Tahun 2024 tentang Perubahan atas | UU Nomor 6 Tahun 2014`."""
    drafts = {kind.kind for kind in regulation_kinds() if kind.draft}
    found = [_citation(reading.text, match) for match in matches(reading, _numbered())]
    nexts = [*(citation.start for citation in found[1:]), len(reading.text)]
    clipped = (replace(citation, end=min(citation.end, after)) for citation, after in zip(found, nexts, strict=False))
    return [citation for citation in clipped if citation.kind not in drafts]


@rule("regulation.name", example="Undang-Undang Dasar 1945")
def named(reading: Reading) -> list[Citation]:
    """The constitution and the codes are cited by name alone."""
    found = []
    for match in matches(reading, _named()):
        kind = _kind_of()[folded(match["kind"])]
        title = " ".join(match.group().split())
        found.append(
            Citation(start=match.start(), end=match.end(), kind=kind.kind, title=title, year=match["year"] or kind.year)
        )
    return found


@rule("regulation.title", example="UU Cipta Kerja; Perda Kawasan Tanpa Rokok; Perbup tentang tarif air")
def titled(reading: Reading) -> list[Citation]:
    """A law or regulation is cited by its title alone: behind `tentang`, or in capitals right behind its kind."""
    capital = {t.form for t in titled_regulations() if t.capitals}
    found = []
    for match in matches(reading, _titled()):
        subject = _subject().match(reading.text, match.end("issuer"))
        end, title = (subject.end(), _title_case(subject["subject"])) if subject else (0, "")
        if not subject and " ".join(match["kind"].split()) in capital:
            end, title = _capital_title(reading, match.end("kind"))
        if title:
            name = " ".join(reading.text[match.start() : end].split())
            kind = _kind_of()[folded(match["kind"])].kind
            found.append(Citation(start=match.start(), end=end, kind=kind, title=name, subject=title))
    return found


def _capital_title(reading: Reading, at: int) -> tuple[int, str]:
    """The end and the words of a title in capitals, up to a body, a person or an area; a headline shows no titles."""
    match = None if reading.in_headline(at) else _capitals().match(reading.text, at)
    if match is None or not_names().get(match["title"].split()[0].lower()) in ("function", "time"):
        return at, ""
    start = match.start("title")
    named = (m.start for m in reading.mentions_in(start, len(reading.text)) if m.start < match.end())
    words = reading.text[start : (cut := min(named, default=match.end()))].split()
    if words and words[-1] in cue_words("label") and reading.text[cut : cut + 2].strip().isdigit():
        words.pop()  # `UU Narkotika | Pasal 114`
    if not words or (len(words) == 1 and cut < match.end()):
        return at, ""  # `Perda Inisiatif | DPRD`: whose it is
    if all(word.lower() in {cue.form.lower() for cue in area_cues()} for word in words):
        return at, ""  # `Perda Provinsi dan Perda Kabupaten`
    title = " ".join(words)
    return start + len(title), title


def citations(reading: Reading) -> list[Citation]:
    """All citations of the article in order; what stands inside one is neither a year nor a figure."""
    if reading.cited is None:
        reading.cited = without_overlaps([numbered(reading), named(reading)])
    return reading.cited


def find_regulations(reading: Reading) -> None:
    """Add a `Regulation` and a `Cites` claim for each regulation cited, once however often it is cited."""
    groups: dict[str, list[list[Citation]]] = {}
    for citation in without_overlaps([citations(reading), titled(reading)]):
        alike = groups.setdefault(citation.kind, [])
        group = next((g for g in alike if _same_year(g, citation) and _same_number(g, citation)), None)
        if group is None:
            alike.append([citation])
        else:
            group.append(citation)
    found = sorted((group for alike in groups.values() for group in alike), key=lambda group: group[0].start)
    for number, group in enumerate(found, 1):
        _add(reading, f"regulation/{number}", group)


def _same_year(group: list[Citation], citation: Citation) -> bool:
    """Years that do not differ: `Perda Nomor 7` later is `Perda Nomor 7 Tahun 2021`."""
    years = {c.year for c in group if c.year}
    return not citation.year or not years or citation.year in years


def _same_number(group: list[Citation], citation: Citation) -> bool:
    """One number, or one subject where one of them has no number: `Perda Nomor 7 tentang Parkir` later is `Perda Parkir`."""
    numbers = {c.number for c in group if c.number}
    if numbers and citation.number:
        return citation.number in numbers
    return any(_same_subject(citation, other) or _same_subject(other, citation) for other in group)


def _same_subject(one: Citation, other: Citation) -> bool:
    """Whether the subject of one is that of the other, its acronym (`UU ITE`), or a word of its title (`UU ITE Nomor 19`)."""
    short, long = folded(one.subject), folded(other.subject)
    if not short or short == long:
        return short == long
    words, whole = " ".join(tokens(short)), " ".join(tokens(f"{other.title} {long}"))
    definite = one.subject.isupper() or " " in words  # `Desa` is in many a law's subject
    last = long.rpartition("tentang ")[2].partition(" (")[0]
    return stands_for(tokens(short), tokens(last)) or (definite and f" {words} " in f" {whole} ")


def _add(reading: Reading, key: str, group: list[Citation]) -> None:
    fullest = max(group, key=lambda c: (bool(c.number), bool(c.year), bool(c.subject), len(c.title), -c.start))
    titles = sorted({c.title for c in group} - {fullest.title})
    reading.entities[key] = Regulation(
        key=key,
        name=fullest.title,
        names=tuple(titles),
        mentions=tuple(Span(c.start, c.end) for c in group),
        kind=fullest.kind,
        number=fullest.number,
        year=fullest.year,
        subject=fullest.subject,
    )
    rule_name = f"regulation.{'number' if fullest.number else 'title' if fullest.subject else 'name'}"
    reading.claims.append(Cites(span=evidence(reading, fullest.start, fullest.end), rule=rule_name, regulation=key))
