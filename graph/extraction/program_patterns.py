"""Where a programme may be named: patterns from the words of the registers."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.patterns import either
from graph.extraction.program_names import identity_of
from ontology.programs import national_programs, program_words

CAPITALS = r"(?:[ei]-)?[A-Z][\w'’&-]*(?:\s+(?:dan\s+)?[A-Z0-9][\w'’&-]*){0,7}"
ITEM = r"(?P<name>[A-Z][\w-]+(?:\s[A-Za-z][\w-]+)?)"
END_OF_ITEM = r",|\s+(?:dan|serta|kemudian|hingga|sampai)\b"
BRACKET = r"(?:\s*\(\s*(?P<acronym>[A-Z][\w'’-]{1,14})\s*\)|,?\s+(?:atau|disingkat|alias)\s+(?P<short>[A-Z]{2}[\w-]{0,12})\b)?"
STANDS_FOR = r",?\s+(?:singkatan|akronim|kependekan)\s+dari\s+(?P<said>[A-Z][\w’-]+(?:\s(?:dan\s)?[A-Z][\w’-]+){1,9})"
KIND_BEHIND = r",?\s+(?:sebuah\s+)?"
LONG = r"\s*\(\s*(?P<long>[A-Z][\w’-]+(?:\s(?:[A-Z]|dan\s)[\w’-]+){1,9})\s*\)"


def short_form(match: re.Match[str]) -> str:
    """The acronym that a name's brackets give, or that stands behind `atau`."""
    groups = match.groupdict()
    return groups.get("acronym") or groups.get("short") or ""


@cache
def national_names() -> dict[str, str]:
    """The name in the register by each of its forms."""
    return {identity_of(form): program.name for program in national_programs() for form in (program.name, *program.forms)}


@cache
def national_pattern() -> re.Pattern[str]:
    """`Program Keluarga Harapan (PKH)`: a name of the register in any case, an acronym in its capitals."""
    forms = [form for program in national_programs() for form in (program.name, *program.forms)]
    acronyms = [f for f in forms if " " not in f]
    names = [f for f in forms if " " in f]
    return re.compile(rf"(?<![\w-])(?:[Pp]rogram\s+)?(?P<name>(?i:{either(names)})|{either(acronyms)})(?![\w-]){BRACKET}")


@cache
def whole_pattern() -> re.Pattern[str]:
    """`bank sampah`, and in `cue` the word before it that shows a programme: `membuka bank sampah`."""
    cues = either(program_words("runs") | program_words("has") | program_words("by") | {"program"})
    return re.compile(rf"(?<!\w)(?:(?P<cue>(?i:{cues}))\s+)?(?P<name>(?i:{either(program_words('whole'))}))(?!\w){BRACKET}")


@cache
def headed_pattern() -> re.Pattern[str]:
    """`Kartu Tegal Sehat (KTS)`, `aplikasi bernama “Lapor Warga”`: the word of a kind, then capitals."""
    kinds = ("head", "head-left-out", "head-capital")
    heads, called = frozenset().union(*map(program_words, kinds)), either(program_words("called"))
    name = rf"(?:nya)?(?:\s+(?:ini|itu|tersebut|dimaksud))?\s+(?:(?:{called})\s+)?[\"“'‘]?(?P<rest>{CAPITALS})[\"”'’]?{BRACKET}"
    return re.compile(rf"(?<!\w)(?P<head>(?i:{either(heads)})){name}")


@cache
def explained_pattern() -> re.Pattern[str]:
    """`Bantuan Lansia Sejahtera (BLS)`: the word of an aid, capitals, their acronym."""
    heads = either(word.title() for word in program_words("aid"))
    return re.compile(rf"(?<!\w)(?P<name>(?:{heads})\s+{CAPITALS})\s*\(\s*(?P<acronym>[A-Z][\w'’-]{{1,14}})\s*\)")


@cache
def spelled_pattern() -> re.Pattern[str]:
    """`KURMA (Kredit Usaha Rawa Mandiri)`: a short name, and in brackets the long one."""
    return re.compile(rf"(?<![\w-])(?P<name>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)(?:{LONG}|{STANDS_FOR})")


@cache
def program_pattern() -> re.Pattern[str]:
    """A word that shows that a sentence speaks of a programme: `aplikasi`, `meluncurkan`, `bernama`, `lewat`."""
    uses = ("head", "head-left-out", "head-capital", "runs", "called", "by")
    words = either(word for use in uses for word in program_words(use))
    return re.compile(rf"(?<!\w)(?:{words})(?:nya)?(?!\w)", re.IGNORECASE)


@cache
def quoted_pattern() -> re.Pattern[str]:
    """`layanan “Jemput Lansia”`, `gerakan yang diberi nama "Sabtu Membaca"`: the word of a kind, a name in quotation marks."""
    kinds = either(word.lower() for word in program_words("kind") | program_words("head-capital"))
    called = either(program_words("called"))
    marks = "[\"“”‘’']"
    return re.compile(rf"(?<!\w)(?i:{kinds})(?:\s+(?:{called}))?\s+{marks}\s?(?P<name>{CAPITALS})\s?{marks}{BRACKET}")


@cache
def named_so_pattern() -> re.Pattern[str]:
    """What stands right before the name of a programme that brackets spell out: `layanan`, `program`, `yang diberi nama`."""
    words = either(word for use in ("kind", "called") for word in program_words(use))
    return re.compile(rf"(?<!\w)(?:{words})\s+$", re.IGNORECASE)


@cache
def kind_behind_pattern() -> re.Pattern[str]:
    """Behind the brackets the word of a kind: `BASARANG (Bayar Secara Langsung), inovasi Dinas Koperasi`."""
    return re.compile(rf"{KIND_BEHIND}(?:{either(word.lower() for word in program_words('kind'))})\b")


@cache
def apposed_pattern() -> re.Pattern[str]:
    """`Lapor Warga, aplikasi pengaduan`: capitals, a comma, the word of a kind and more."""
    kinds = either(word.lower() for word in program_words("kind"))
    return re.compile(rf"(?<![\w-])(?P<name>{CAPITALS}),\s(?:{kinds})\s(?=[a-z])")


@cache
def listed_pattern() -> re.Pattern[str]:
    """`program ... antara lain NAME kemudian`: up to 120 characters of the same sentence stand between."""
    between = rf"(?i:program)(?:-program)?\b[^.\"“”]{{0,120}}?\b(?:{either(program_words('listing'))})\s+"
    return re.compile(rf"\b{between}{ITEM}(?={END_OF_ITEM})")


@cache
def next_item_pattern() -> re.Pattern[str]:
    """What follows in a list: `, Rumah Singgah dan`, `serta Rumah Singgah.`"""
    return re.compile(rf"(?:,\s*(?:dan|serta)?\s*|\s+(?:dan|serta|kemudian)\s+){ITEM}(?={END_OF_ITEM}|[.\"”])")


@cache
def application_pattern() -> re.Pattern[str]:
    """`menggunakan aplikasi simda`: a verb of running or using shows that the word after `aplikasi` is a name."""
    verbs = either(program_words("runs") | program_words("uses") | program_words("by"))
    return re.compile(
        rf"(?:(?i:\b(?:{verbs}|peluncuran|launching|hadirnya))\s+)(?P<whole>[Aa]plikasi\s+(?P<name>[a-z][\w-]{{2,}}(?:\s+[A-Z][\w-]+)*))"
    )


@cache
def aid_pattern() -> re.Pattern[str]:
    """`bantuan pangan beras`, `santunan kematian`, `bantuan untuk lansia`: an aid and its kind, or its receivers."""
    words = either(program_words("aid-word"))
    receivers = either(program_words("receiver"))
    joints = either(program_words("joint"))
    kind = rf"(?:\s+(?:{words})(?!\w))+"
    anybody = either(program_words("anybody"))
    whom = rf"\s+(?:{joints})\s+(?:(?:{anybody})\s+)*(?:{receivers})(?!\w)(?:\s+(?:{receivers})(?!\w))*"
    return re.compile(rf"(?<!\w)(?i:(?:{either(program_words('aid'))})(?:{kind}|{whom}))")


@cache
def capitals_behind_pattern() -> re.Pattern[str]:
    """The words with capitals that go on the name of an aid: `Bantuan Pangan | Daerah`."""
    return re.compile(r"(?:[ \t][A-Z][a-z]+){1,4}")
