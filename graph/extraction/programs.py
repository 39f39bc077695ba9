"""Public programmes: national ones by name, all others by the word their names begin with, definite aids by their kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from graph.extraction.evidence import evidence
from graph.extraction.patterns import either, matches
from graph.extraction.providers import provider_of
from graph.extraction.reading import Mention, Reading
from graph.extraction.rules import rule
from graph.facts import Key, Organization, Program, RunsProgram, Span
from graph.identity.wording import stands_for, tokens
from ontology.bodies import not_names, organization_kinds
from ontology.programs import national_programs, program_words

CAPITALS = r"(?:[ei]-)?[A-Z][\w'’&-]*(?:\s+(?:dan\s+)?[A-Z0-9][\w'’&-]*){0,7}"
ITEM = r"(?P<name>[A-Z][\w-]+(?:\s[A-Za-z][\w-]+)?)"
END_OF_ITEM = r",|\s+(?:dan|serta|kemudian|hingga|sampai)\b"
BRACKET = r"(?:\s*\(\s*(?P<acronym>[A-Z][\w-]{1,14})\s*\)|,?\s+(?:atau|disingkat|alias)\s+(?P<short>[A-Z]{2}[\w-]{0,12})\b)?"
LONG = r"\s*\(\s*(?P<long>[A-Z][\w’-]+(?:\s(?:[A-Z]|dan\s)[\w’-]+){1,9})\s*\)"


@dataclass(frozen=True, slots=True)
class Named:
    """A programme as named at `start`..`end`; `identity` is what its other names must share."""

    start: int
    end: int
    name: str
    identity: str
    acronym: str = ""
    rule: str = ""


def find_programs(reading: Reading) -> None:
    """Add each programme once, with the first sentence that says who runs it, else the first that names it."""
    found: list[Named] = []
    for name, find in _RULES:
        for named in find(reading):
            inside = any(o.start <= named.start < o.end and o.type in ("organization", "person") for o in reading.mentions)
            if not inside and not any(named.start < other.end and other.start < named.end for other in found):
                found.append(replace(named, rule=name))
    found += [n for n in acronyms_again(reading, found) if not any(n.start < o.end and o.start < n.end for o in found)]
    found.sort(key=lambda n: n.start)
    groups: dict[str, list[Named]] = {}
    for named in found:
        groups.setdefault(_same_aid(named, groups), []).append(named)
    for number, group in enumerate(groups.values(), 1):
        _add(reading, f"program/{number}", group)
    reading.mentions.sort(key=lambda m: (m.start, -m.end))


@rule("programs.national", example="Program Keluarga Harapan (PKH); BPNT")
def national(reading: Reading) -> list[Named]:
    """A programme of the register is named in full or by its acronym."""
    found = []
    for match in matches(reading, _national_pattern()):
        name = _national_names()[_folded(match.group("name"))]
        if match.group("name").islower() and match.group("name").count(" ") < 2:
            continue  # `bos`, `kip` are common words without their capitals
        found.append(Named(match.start(), match.end(), match.group("name"), _folded(name), _short(match)))
    return found


@rule("programs.whole", example="bank sampah; Bursa Kerja; pasar murah")
def whole(reading: Reading) -> list[Named]:
    """Services of one name everywhere, whatever their letters' case."""
    return [
        Named(m.start("name"), m.end(), m.group("name"), _folded(m.group("name")), _short(m))
        for m in matches(reading, _whole_pattern())
        if not m.group("name").islower() or m.group("cue")  # `kelompok bank sampah` are many groups, no programme
    ]


@rule("programs.headed", example="Program Kartu Sejahtera (KS); aplikasi Lapor Warga; Sistem Informasi Desa Terpadu (SIDT)")
def headed(reading: Reading) -> list[Named]:
    """`Program`, `Kartu`, `aplikasi` and the like stand before a name with capitals; a headline shows no such names."""
    headline = reading.article.headline or (0, 0)
    found = []
    for match in matches(reading, _headed_pattern()):
        if headline[0] <= match.start() < headline[1] or _is_body(reading, match.start("rest")):
            continue
        rest = _trimmed(match.group("rest"))
        head = match.group("head")
        first = rest.split()[0].lower() if rest else ""
        if head.lower() == "aplikasi" and not _of_a_government(reading):
            continue
        if not rest or first in program_words("generic") or not_names().get(first) == "function" or _is_time(rest):
            continue
        if (head[0].isupper() is False and head.lower() in program_words("head-capital")) or (
            head.islower() and not _enough(head, rest)
        ):
            continue
        name = rest if head.lower() in program_words("head-left-out") else f"{head} {rest}"
        end = match.end() if rest == match.group("rest") else match.start("rest") + len(rest)
        acronym = _short(match) if rest == match.group("rest") else ""
        found.append(Named(match.start(), end, name, _folded(name), acronym))
    return found


@rule("programs.explained", example="Bantuan Lansia Sejahtera (BLS)")
def explained(reading: Reading) -> list[Named]:
    """An aid whose name the article writes with capitals and explains by an acronym."""
    return [
        Named(m.start(), m.end(), m.group("name"), _folded(m.group("name")), m.group("acronym"))
        for m in matches(reading, _explained_pattern())
    ]


@rule("programs.spelled", example="meluncurkan skema KURMA (Kredit Usaha Rawa Mandiri)")
def spelled(reading: Reading) -> list[Named]:
    """A short name that its brackets spell out, in a sentence that speaks of a programme or of running one."""
    found = []
    for match in matches(reading, _spelled_pattern()):
        sentence = reading.sentence_at(match.start())
        cued = _speaks_of_program().search(reading.text, sentence.start, match.start())
        short = match.group("name")
        short = short.replace(" ", "") if short.isupper() else short.split()[-1]  # `KUPI ATE` is one acronym
        named = any(m.start < match.end() and match.start() < m.end for m in reading.mentions)
        if cued and not named and stands_for(tokens(short), tokens(match.group("long"))):
            name = match.group("long")
            found.append(Named(match.start(), match.end(), name, _folded(name), match.group("name")))
    return found


@rule("programs.apposed", example="Lapor Warga, aplikasi pengaduan garapan Dinas Kominfo")
def apposed(reading: Reading) -> list[Named]:
    """Behind a name with capitals a comma and the word of its kind."""
    return [
        Named(m.start("name"), m.end("name"), m.group("name"), _folded(m.group("name")))
        for m in matches(reading, _apposed_pattern())
        if not any(o.start < m.end("name") and m.start("name") < o.end for o in reading.mentions)
        and not_names().get(m.group("name").split()[0].lower(), "proper") == "proper"
    ]


@rule("programs.listed", example="beberapa program di kelurahan ini antara lain Rumah Singgah, ...")
def listed(reading: Reading) -> list[Named]:
    """Names with capitals in a list behind `program ... antara lain`; the list ends with the first that has none."""
    found = []
    for match in matches(reading, _listed_pattern()):
        item: re.Match[str] | None = match
        while item is not None:
            name, at = item.group("name"), item.start("name")
            if not_names().get(name.split()[0].lower()) not in ("function", "time") and not _is_body(reading, at):
                found.append(Named(at, item.end("name"), name, _folded(name)))
            item = _next_item().match(reading.text, item.end("name"))
    return found


@rule("programs.application", example="menggunakan aplikasi simda")
def application(reading: Reading) -> list[Named]:
    """The word after `aplikasi` is its name, also without capitals, where it is no common word."""
    found = []
    for match in matches(reading, _application_pattern()):
        first = match.group("name").split()[0]
        lexeme = first.lower()
        if lexeme not in not_names() and ("-" in first or _looks_like_acronym(lexeme)):
            name = f"Aplikasi {match.group('name')}"
            found.append(Named(match.start("whole"), match.end(), name, _folded(name)))
    return found


@rule("programs.aid", example="bantuan pangan beras; santunan kematian; bantuan untuk lansia")
def aid(reading: Reading) -> list[Named]:
    """An aid named by its kind, or by its receivers."""
    found = []
    for match in matches(reading, _aid_pattern()):
        end = _capitals_behind().match(reading.text, match.end())
        whole = match.group(0) + (end[0] if end and match.group(0).split()[-1][0].isupper() else "")
        name = " ".join(whole.split())  # `Bantuan Pangan Daerah`, of which `daerah` is no kind of aid
        if _folded(name) in ("bantuan sosial", "bantuan keuangan", "bantuan pemerintah"):
            continue  # aid in general
        found.append(Named(match.start(), match.start() + len(whole), name, f"aid:{_folded(name)}"))
    return found


@rule("programs.again", example="KS (after Kartu Sejahtera (KS))")
def acronyms_again(reading: Reading, found: list[Named]) -> list[Named]:
    """The acronym that the article has explained, and the name without its head."""
    again = []
    for named in list(found):
        for form in {named.acronym, named.name} - {""}:
            pattern = re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")
            again += [Named(m.start(), m.end(), form, named.identity, "", "programs.again") for m in matches(reading, pattern)]
    return again


_RULES = (
    ("programs.explained", explained),
    ("programs.spelled", spelled),
    ("programs.national", national),
    ("programs.whole", whole),
    ("programs.headed", headed),
    ("programs.application", application),
    ("programs.apposed", apposed),
    ("programs.listed", listed),
    ("programs.aid", aid),
)


@cache
def _application_pattern() -> re.Pattern[str]:
    """`menggunakan aplikasi simda`: a verb of running or using shows that the word after `aplikasi` is a name."""
    verbs = either(program_words("runs") | program_words("uses") | program_words("by"))
    return re.compile(
        rf"(?:(?i:\b(?:{verbs}|peluncuran|launching|hadirnya))\s+)(?P<whole>[Aa]plikasi\s+(?P<name>[a-z][\w-]{{2,}}(?:\s+[A-Z][\w-]+)*))"
    )


@cache
def _national_names() -> dict[str, str]:
    return {_folded(form): program.name for program in national_programs() for form in (program.name, *program.forms)}


@cache
def _national_pattern() -> re.Pattern[str]:
    forms = [form for program in national_programs() for form in (program.name, *program.forms)]
    acronyms = [f for f in forms if " " not in f]
    names = [f for f in forms if " " in f]
    return re.compile(rf"(?<![\w-])(?:[Pp]rogram\s+)?(?P<name>(?i:{either(names)})|{either(acronyms)})(?![\w-]){BRACKET}")


@cache
def _whole_pattern() -> re.Pattern[str]:
    cues = either(program_words("runs") | program_words("has") | program_words("by") | {"program"})
    return re.compile(rf"(?<!\w)(?:(?P<cue>(?i:{cues}))\s+)?(?P<name>(?i:{either(program_words('whole'))}))(?!\w){BRACKET}")


@cache
def _headed_pattern() -> re.Pattern[str]:
    kinds = ("head", "head-left-out", "head-capital")
    heads, called = frozenset().union(*map(program_words, kinds)), either(program_words("called"))
    name = rf"(?:nya)?(?:\s+(?:ini|itu|tersebut))?\s+(?:(?:{called})\s+)?[\"“'‘]?(?P<rest>{CAPITALS})[\"”'’]?{BRACKET}"
    return re.compile(rf"(?<!\w)(?P<head>(?i:{either(heads)})){name}")


@cache
def _explained_pattern() -> re.Pattern[str]:
    heads = either(word.title() for word in program_words("aid"))
    return re.compile(rf"(?<!\w)(?P<name>(?:{heads})\s+{CAPITALS})\s*\(\s*(?P<acronym>[A-Z][\w-]{{1,14}})\s*\)")


@cache
def _listed_pattern() -> re.Pattern[str]:
    """`program ... antara lain NAME kemudian`: up to 120 characters of the same sentence stand between."""
    between = rf"(?i:program)(?:-program)?\b[^.\"“”]{{0,120}}?\b(?:{either(program_words('listing'))})\s+"
    return re.compile(rf"\b{between}{ITEM}(?={END_OF_ITEM})")


@cache
def _next_item() -> re.Pattern[str]:
    return re.compile(rf"(?:,\s*(?:dan|serta)?\s*|\s+(?:dan|serta|kemudian)\s+){ITEM}(?={END_OF_ITEM}|[.\"”])")


@cache
def _aid_pattern() -> re.Pattern[str]:
    words = either(program_words("aid-word"))
    receivers = either(program_words("receiver"))
    joints = either(program_words("joint"))
    kind = rf"(?:\s+(?:{words})(?!\w))+"
    anybody = either(program_words("anybody"))
    whom = rf"\s+(?:{joints})\s+(?:(?:{anybody})\s+)*(?:{receivers})(?!\w)(?:\s+(?:{receivers})(?!\w))*"
    return re.compile(rf"(?<!\w)(?i:(?:{either(program_words('aid'))})(?:{kind}|{whom}))")


@cache
def _spelled_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<name>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?){LONG}")


@cache
def _speaks_of_program() -> re.Pattern[str]:
    uses = ("head", "head-left-out", "head-capital", "runs", "called", "by")
    words = either(word for use in uses for word in program_words(use))
    return re.compile(rf"(?<!\w)(?:{words})(?:nya)?(?!\w)", re.IGNORECASE)


@cache
def _capitals_behind() -> re.Pattern[str]:
    return re.compile(r"(?:[ \t][A-Z][a-z]+){1,4}")


@cache
def _apposed_pattern() -> re.Pattern[str]:
    kinds = either(word.lower() for word in program_words("kind"))
    return re.compile(rf"(?<![\w-])(?P<name>{CAPITALS}),\s(?:{kinds})\s(?=[a-z])")


def _short(match: re.Match[str]) -> str:
    """The acronym that a name's brackets give, or that stands behind `atau`."""
    groups = match.groupdict()
    return groups.get("acronym") or groups.get("short") or ""


def _folded(text: str) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", text.casefold()).split())


def _trimmed(rest: str) -> str:
    """Common words and years that close a run of capitals are no part of the name: `Perlindungan Sosial Tahun 2025`."""
    parts = re.sub(r"\s+(?:Tahun|TA)\b.*", "", rest).split()
    while parts and (not_names().get(parts[-1].lower()) == "time" or parts[-1].lower() in program_words("after")):
        parts.pop()
    return " ".join(parts) if len(parts) < len(rest.split()) else rest


def _is_time(rest: str) -> bool:
    """`Program Januari 2025` is no name, `Program Jumat Berkah` is."""
    return all(word.isdigit() or not_names().get(word.lower()) == "time" for word in rest.split())


def _enough(head: str, rest: str) -> bool:
    """`kartu Kuning` is football: after a small letter a name has two words, or is an acronym."""
    return len(rest.split()) > 1 or rest.isupper() or head.lower() in program_words("head-left-out") | {"aplikasi"}


def _looks_like_acronym(word: str) -> bool:
    """`simda`, `sipd`: short, and not a word of the lists; the names of applications are."""
    return (
        word not in not_names() and len(word) <= 6 and not re.search(r"(an|kan|nya|ini|itu|yang|untuk|dan|di|oleh|ke)$", word)
    )


def _of_a_government(reading: Reading) -> bool:
    """Whether the article speaks of a government: the applications of companies are no public service."""
    bodies = (e for e in reading.entities.values() if isinstance(e, Organization))
    return any(body.kind.startswith("pemerintah") or organization_kinds()[body.kind].local for body in bodies)


def _is_body(reading: Reading, at: int) -> bool:
    return any(m.start <= at < m.end and m.type in ("organization", "post") for m in reading.mentions)


def _same_aid(named: Named, groups: dict[str, list[Named]]) -> str:
    """The group of a name: aids that share a word of their kind are one (`bantuan beras`, `bantuan pangan beras`)."""
    if not named.identity.startswith("aid:"):
        short = named.identity.removeprefix("program ")
        return next(
            (k for k, g in groups.items() if k == short or any(_folded(n.acronym) == short for n in g if n.acronym)), short
        )
    words = set(named.identity.removeprefix("aid:").split()[1:]) - {"untuk", "bagi", "kepada"}
    for key in groups:
        if key.startswith("aid:") and words & set(key.removeprefix("aid:").split()[1:]):
            return key
    return named.identity


def _add(reading: Reading, key: Key, group: list[Named]) -> None:
    forms = dict.fromkeys(f for n in group for f in (" ".join(n.name.split()), n.acronym) if f)
    best = max(forms, key=lambda f: (len(f.split()), len(f)))
    spans = tuple(sorted({Span(n.start, n.end) for n in group}))
    reading.entities[key] = Program(key=key, name=best, names=tuple(f for f in forms if f != best), mentions=spans)
    for named in group:
        reading.mentions.append(Mention(named.start, named.end, "program", named.name, "", named.rule, key))
    chosen, body = next(_with_provider(reading, group), (group[0], None))
    span = evidence(reading, chosen.start, chosen.end)
    reading.claims.append(RunsProgram(program=key, body=body, span=span, rule=group[0].rule))


def _with_provider(reading: Reading, group: list[Named]) -> Iterator[tuple[Named, Key]]:
    for named in group:
        body = provider_of(reading, Span(named.start, named.end), national=named.rule == "programs.national")
        if body is not None:
            yield named, body
