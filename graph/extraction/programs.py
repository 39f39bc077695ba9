"""Public programmes: national ones by name, all others by the word their names begin with, definite aids by their kind."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.extraction.patterns import matches, starting_in, without_overlaps
from graph.extraction.program_claims import claim_programs
from graph.extraction.program_heads import headed, launched
from graph.extraction.program_lists import is_item, items_behind
from graph.extraction.program_names import (
    ProgramName,
    begins_earlier,
    identity_of,
    looks_like_acronym,
)
from graph.extraction.program_patterns import (
    aid_pattern,
    application_pattern,
    apposed_pattern,
    capitals_behind_pattern,
    explained_pattern,
    heads,
    kind_behind_pattern,
    listed_pattern,
    named_so_pattern,
    national_names,
    national_pattern,
    own_acronym_pattern,
    program_pattern,
    quoted_before_pattern,
    quoted_pattern,
    receivers_pattern,
    short_form,
    spelled_pattern,
    whole_pattern,
)
from graph.extraction.reading import Mention, Reading
from graph.extraction.regulations import Citation, citations
from graph.extraction.rules import rule
from graph.identity.wording import stands_for, tokens
from ontology.bodies import not_names
from ontology.programs import program_words

LONGEST_MENTION = 200  # characters of a name: where one that covers a programme's first word may begin
GUESSED = "names.model"
"""The rule of persons that no word shows: `layanan yang diberi nama | SI MACE (Siap Melayani Cepat)`."""
GENERAL = ("bantuan sosial", "bantuan keuangan", "bantuan pemerintah")
"""Aid in general, unless it is told whom it is for: `bantuan sosial bagi lansia`."""
LONGEST_NAME = 80
"""Characters of a name before its acronym in brackets."""


def find_programs(reading: Reading) -> None:
    """Add each programme once, with the first sentence that says who runs it, else the first that names it."""
    others = [o for o in reading.mentions if o.type in ("organization", "person") and o.rule != GUESSED]
    laws = citations(reading)  # `UU Nomor 16 Tahun 2006 tentang Sistem Penyuluhan Pertanian`
    found = without_overlaps(
        [replace(n, rule=name) for n in find(reading) if not _is_inside(others, n.start) and not _is_cited(laws, n)]
        for name, find in _RULES
    )
    claim_programs(reading, without_overlaps([found, acronyms_again(reading, found)]))


def _is_inside(others: list[Mention], offset: int) -> bool:
    return any(o.start <= offset < o.end for o in starting_in(others, offset - LONGEST_MENTION, offset + 1))


def _is_cited(laws: list[Citation], named: ProgramName) -> bool:
    """Whether a `Sistem` stands in the title of a law; a movement or an aid that a law is about is a programme all the same."""
    system = named.name.split()[0].lower() in program_words("head-capital")
    return system and any(law.start <= named.start < law.end for law in laws)


@rule("programs.national", example="Program Keluarga Harapan (PKH); BPNT")
def national(reading: Reading) -> list[ProgramName]:
    """A programme of the register is named in full or by its acronym."""
    found = []
    others = {short for match in matches(reading, own_acronym_pattern()) if (short := _own_acronym(match))}
    longer = {named.start: named.end for named in explained(reading)}  # `Bantuan Langsung Tunai Pekerja (BLTP)`
    for match in matches(reading, national_pattern()):
        if match.group("name") in others or longer.get(match.start(), 0) > match.end():
            continue
        name = national_names()[identity_of(match.group("name"))]
        if match.group("name").islower() and match.group("name").count(" ") < 2:
            continue  # `bos`, `kip` are common words without their capitals
        found.append(ProgramName(match.start(), match.end(), match.group("name"), identity_of(name), short_form(match)))
    return found


def _own_acronym(match: re.Match[str]) -> str:
    """The acronym that the article explains in its own way: `Kartu Kupang Sehat (KKS)` is not the national KKS."""
    short, words = match.group("acronym"), match.string[max(0, match.start() - LONGEST_NAME) : match.start()].split()
    runs = (" ".join(words[at:]) for at in range(len(words) - 1) if words[at][0].isupper())
    long = next((run for run in runs if stands_for(tokens(short), tokens(run))), "")
    return short if long and identity_of(long) not in national_names() else ""


@rule("programs.whole", example="bank sampah; Bursa Kerja; pasar murah")
def whole(reading: Reading) -> list[ProgramName]:
    """Services of one name everywhere, whatever their letters' case."""
    return [
        ProgramName(m.start("name"), m.end(), m.group("name"), identity_of(m.group("name")), short_form(m))
        for m in matches(reading, whole_pattern())
        if not m.group("name").islower() or m.group("cue")  # `kelompok bank sampah` are many groups, no programme
    ]


@rule("programs.explained", example="Bantuan Lansia Sejahtera (BLS)")
def explained(reading: Reading) -> list[ProgramName]:
    """An aid whose name the article writes with capitals and explains by an acronym."""
    return [
        ProgramName(m.start(), m.end(), m.group("name"), identity_of(m.group("name")), m.group("acronym"))
        for m in matches(reading, explained_pattern())
        if not begins_earlier(reading.text, m.start(), m.group("name"), m.group("acronym"))
    ]


@rule("programs.spelled", example="meluncurkan skema KURMA (Kredit Usaha Rawa Mandiri)")
def spelled(reading: Reading) -> list[ProgramName]:
    """A short name that its brackets spell out, in a sentence that speaks of a programme or of running one."""
    found = []
    for match in matches(reading, spelled_pattern()):
        sentence = reading.sentence_at(match.start())
        cued = program_pattern().search(reading.text, sentence.start, match.start())
        name, long = match.group("name"), match.group("long") or match.group("said")
        short = name.replace(" ", "").replace("-", "")  # `SAPA KITA` is one acronym, `Si Antar` two syllables
        told = named_so_pattern().search(reading.text, sentence.start, match.start()) or (
            kind_behind_pattern().match(reading.text, match.end())
        )
        coined = not short.isupper() or long[0].islower()
        served = (coined or " " in name) and long.split()[0].lower() in heads() | program_words("service")
        end = match.end("name") if told else match.end()  # `layanan JAGA DESA (Jaksa Kawal Desa)`: a post may stand in it
        named = any(_covers(m, match.start(), end) for m in reading.mentions if not (told and m.rule == GUESSED))
        if long[0].islower() and not told:
            continue  # `KTP (kartu tanda penduduk)` explains a word
        last = name.rpartition(" ")[2]  # `Mobil | Topling (Toko Pangan Keliling)`
        said = bool(match.group("said")) and bool(told)
        meant = said or stands_for(tokens(short), tokens(long)) or ((told or served) and _is_drawn_from(short, long))
        meant = meant or (cued is not None and " " in name and stands_for(tokens(last), tokens(long)))
        if (cued or served) and not named and meant:
            best = name if coined else long
            other = "" if coined else name
            found.append(ProgramName(match.start(), match.end(), best, identity_of(best), other))
    return found


def _covers(mention: Mention, start: int, end: int) -> bool:
    """Whether a body or a person is named there; a region may stand in a name that it does not begin: `JEMPOL | DIENG`."""
    return mention.start < end and start < mention.end and not (mention.type == "area" and start < mention.start)


def _is_drawn_from(short: str, long: str) -> bool:
    """Whether the letters of a short name stand in the long one in their order, the first one first: `GEMAPIPA` in `Gerakan
    Merawat Pipa`."""
    letters = iter(long.casefold())
    return short[:1].casefold() == long[:1].casefold() and all(letter in letters for letter in short.casefold())


@rule("programs.quoted", example='layanan "Jemput Lansia" milik puskesmas; "Batang Hijau" sebagai program unggulan')
def quoted(reading: Reading) -> list[ProgramName]:
    """The word of a kind before a name in quotation marks, or behind it; what goes on a list with it."""
    found = [
        ProgramName(m.start("name"), m.end("name"), m.group("name"), identity_of(m.group("name")))
        for m in matches(reading, quoted_before_pattern())
    ]
    for m in matches(reading, quoted_pattern()):
        found.append(ProgramName(m.start("name"), m.end("name"), m.group("name"), identity_of(m.group("name")), short_form(m)))
        found += items_behind(reading, m.end())
    return found


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
        name, at = match.group("name"), match.start("name")
        single = match.group("kind").lower() == "aplikasi"
        if is_item(reading, name, at, single=single):
            found.append(ProgramName(at, match.end("name"), name, identity_of(name)))
            found += items_behind(reading, match.end("name"), closed=False, single=single)
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
        if begins_earlier(reading.text, match.start(), match.group(0)):
            continue
        whole = match.group(0) + _capitals_behind(reading, match)
        name = " ".join(whole.split())  # `Bantuan Pangan Daerah`, of which `daerah` is no kind of aid
        if identity_of(name) in GENERAL:
            whom = receivers_pattern().match(reading.text, match.end())
            if whom is None:
                continue
            whole += whom[0]
            name = " ".join(whole.split())
        identity = identity_of(name) if match.group("whole") else f"aid:{identity_of(name)}"
        if match.group("weak"):  # `insentif kepada guru ngaji` is the `insentif guru ngaji`
            identity = " ".join(word for word in identity_of(name).split() if word not in program_words("joint"))
        found.append(ProgramName(match.start(), match.start() + len(whole), name, identity))
    return found


def _capitals_behind(reading: Reading, match: re.Match[str]) -> str:
    """The words with capitals that go on the name of an aid, up to a body, a person or an area: `Bantuan Pangan | Daerah`."""
    if reading.in_headline(match.start()) or not match.group(0).split()[-1][0].isupper():
        return ""
    end = capitals_behind_pattern().match(reading.text, match.end())
    if end is None:
        return ""
    named = (m.start for m in reading.mentions_in(match.end(), len(reading.text)) if m.start < end.end())
    return reading.text[match.end() : min(named, default=end.end())].rstrip()


@rule("programs.again", example="KS (after Kartu Sejahtera (KS))")
def acronyms_again(reading: Reading, found: list[ProgramName]) -> list[ProgramName]:
    """The acronym that the article has explained, and the name without its head."""
    again = []
    told = {(form, named.identity): None for named in found for form in sorted({named.acronym, named.name} - {""})}
    for form, identity in told:
        pattern = re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")
        again += [ProgramName(m.start(), m.end(), form, identity, "", "programs.again") for m in matches(reading, pattern)]
    return again


_RULES = (
    ("programs.spelled", spelled),
    ("programs.national", national),
    ("programs.explained", explained),
    ("programs.whole", whole),
    ("programs.quoted", quoted),
    ("programs.headed", headed),
    ("programs.application", application),
    ("programs.apposed", apposed),
    ("programs.listed", listed),
    ("programs.launched", launched),
    ("programs.aid", aid),
)
