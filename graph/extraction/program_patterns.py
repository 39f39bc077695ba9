"""Where a programme may be named: patterns from the words of the registers."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.patterns import either
from graph.extraction.program_names import identity_of
from ontology.programs import national_programs, program_modifiers, program_words
from ontology.speech_verbs import speech_cues

WORD = r"[A-Z][\w&-]*(?:['’][\w&-]+)*"
FIRST = rf"(?!Rp\.?\s?\d)(?:(?:[ei]-?)?{WORD}|\d[\d.]*\s+{WORD})"
"""The first word of a name, or its first two: `1 Rumah 1 Pohon`; not the sum of `program Rp1 miliar per desa`."""
NEXT = rf"(?:{WORD}|\d+(?:[.,]\d+)*)"
CAPITALS = rf"{FIRST}(?:\s+(?:dan\s+)?{NEXT}){{0,7}}"
END_OF_ITEM = r",|\s+(?:dan|serta|kemudian|hingga|sampai)\b"
ITEM = rf"(?P<name>[A-Z][\w-]+\s[a-z][\w-]+(?={END_OF_ITEM}|[.\"”])|{FIRST}(?:\s+{NEXT}){{0,5}})"
"""A name in a list, where its second word may be small: `Rumah singgah`."""
MARK = "(?:’’|''|[\"“”‘’'])"
"""A quotation mark, also one made of two."""
SHORT = r"[A-Z]{2}[\w-]{0,12}(?:\s[A-Z]{2,12}\b)?"
"""An acronym of one word, or of two: `SIAP ANTAR`."""
BRACKET = (
    r"(?:\s*\(\s*(?P<acronym>[A-Z][\w'’-]{1,14})\s*\)"
    rf"|,?\s+(?:atau|disingkat|alias)\s+(?P<short>{SHORT})\b)?"
)
STANDS_FOR = r",?\s+(?:singkatan|akronim|kependekan)\s+dari\s+(?P<said>[A-Z][\w’-]+(?:\s(?:dan\s)?[A-Z][\w’-]+){1,9})"
KIND_BEHIND = r",?\s+(?:sebuah\s+)?"


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
def own_acronym_pattern() -> re.Pattern[str]:
    """`Kartu Kupang Sehat | (KKS)`: in brackets an acronym that is also one of the register's."""
    acronyms = (form for program in national_programs() for form in program.forms if form.isupper() and " " not in form)
    return re.compile(rf"\((?P<acronym>{either(acronyms)})\)")


@cache
def whole_pattern() -> re.Pattern[str]:
    """`bank sampah`, and in `cue` the word before it that shows a programme: `membuka bank sampah`."""
    cues = either(program_words("runs") | program_words("has") | program_words("by") | {"program"})
    return re.compile(rf"(?<!\w)(?:(?P<cue>(?i:{cues}))\s+)?(?P<name>(?i:{either(program_words('whole'))}))(?!\w){BRACKET}")


def heads() -> frozenset[str]:
    """The words of a kind behind which a name with capitals follows."""
    return frozenset().union(*map(program_words, ("head", "head-left-out", "head-capital", "head-small")))


@cache
def _modifiers() -> str:
    """What may stand between the word of a kind and its name: `unggulan`, with a capital too, `kesehatan` without."""
    words = program_modifiers()
    anywhere, small = ([m.word for m in words if m.capital is capital] for capital in (True, False))
    return rf"(?:\s+(?:(?i:{either(anywhere)})|{either(small)})(?:nya)?(?!\w))"


@cache
def headed_pattern() -> re.Pattern[str]:
    """`Kartu Tegal Sehat (KTS)`, `aplikasi bernama “Lapor Warga”`, `program unggulan Laut Biru`, `layanan jemput sampah bernama
    Laut Biru`: a kind, then capitals."""
    called = either(program_words("called"))
    this = r"(?:nya)?(?:\s+(?:ini|itu|tersebut|dimaksud))?"
    new_head = either(word.title() for use in ("head", "head-left-out") for word in program_words(use))
    name = rf"{FIRST}(?:\s+(?:dan\s+(?!(?:{new_head})\b))?{NEXT}){{0,7}}(?:\s+di\s+(?:{_places()})\b(?!\s+[A-Z]))?"
    behind = rf"\s+(?:(?P<called>{called})\s+)?(?P<mark>[\"“'‘])?(?P<rest>{name})[\"”'’]?{BRACKET}"
    people = either(
        program_words("receiver") | program_words("anybody") | {*speech_cues("somebody"), *speech_cues("description")}
    )
    last = rf"\s+(?!(?:{people})\s)[a-z-]+(?=\s+(?:{called})\s)"  # not `inovasi seorang siswa bernama Budi Santoso`
    described = rf"(?:\s+[a-z-]+){{0,4}}?{last}"
    modifiers = rf"(?P<modifiers>{_modifiers()}{{1,3}}|{described})?"
    return re.compile(rf"(?<!\w)(?P<head>(?i:{either(heads())})){this}{modifiers}{behind}")


def _places() -> str:
    """What may end a name behind `di`: `Wali Kota Ngantor di Desa`."""
    return either(word.title() for word in program_words("place"))


@cache
def explained_pattern() -> re.Pattern[str]:
    """`Bantuan Lansia Sejahtera (BLS)`: the word of an aid, capitals, their acronym."""
    heads = either(word.title() for word in program_words("aid"))
    return re.compile(rf"(?<!\w)(?P<name>(?:{heads})\s+{CAPITALS})\s*\(\s*(?P<acronym>[A-Z][\w'’-]{{1,14}})\s*\)")


@cache
def spelled_pattern() -> re.Pattern[str]:
    """`KURMA (Kredit Usaha Rawa Mandiri)`, `Si Antar (Sistem Antar ke Rumah)`: a short name, and in brackets the long one."""
    small = either(program_words("after") | program_words("joint"))
    upper = rf"[A-Z][\w’-]+(?:\s(?:(?:{small})\s)?[A-Z][\w’-]+){{1,9}}"
    long = rf"\s*\(\s*(?P<long>{upper}|[a-z][a-z’-]+(?:\s[a-z][a-z’-]+){{1,9}})\s*\)"
    return re.compile(rf"(?<![\w-])(?P<name>[A-Z][\w-]+(?:\s[A-Z][\w-]+){{0,2}})[\"”'’]?(?:{long}|{STANDS_FOR})")


@cache
def program_pattern() -> re.Pattern[str]:
    """A word that shows that a sentence speaks of a programme: `aplikasi`, `meluncurkan`, `bernama`, `lewat`."""
    words = either(heads().union(*map(program_words, ("runs", "called", "by"))))
    return re.compile(rf"(?<!\w)(?:{words})(?:nya)?(?!\w)", re.IGNORECASE)


@cache
def quoted_pattern() -> re.Pattern[str]:
    """`layanan “Jemput Lansia”`, `layanan jemput bola bernama "Ojek KTP"`, `layanan aduan "Halo Desa"`: the word of a kind,
    a name in quotation marks."""
    kinds = either(word.lower() for word in program_words("kind") | program_words("head-capital") | program_words("head-small"))
    called = either(program_words("called"))
    two = rf"\s+{MARK}\s?\w\S*\s\w"  # not `aplikasi perpesanan "WhatsApp"`
    between = (
        rf"(?:nya)?{_modifiers()}{{0,3}}(?:(?:\s+[A-Z]\w*){{0,5}},?\s+(?:{either(program_words('listing'))})"
        rf"|(?:\s+[a-z]+){{0,4}}?\s+(?:{called})|\s+[A-Z]\w+|(?:\s+[a-z]+){{1,2}}(?={two}))?"
    )
    return re.compile(rf"(?<!\w)(?i:{kinds}){between}\s+{MARK}\s?{_in_marks()}\s?{MARK}{BRACKET}")


def _in_marks() -> str:
    """A name whose ends are told by quotation marks: small words may stand in it (`Ngantor di Desa`)."""
    small = either(program_words("after") | program_words("joint"))
    return rf"(?P<name>{FIRST}(?:\s+(?:{NEXT}|{small})(?!\w))*)"


@cache
def named_so_pattern() -> re.Pattern[str]:
    """What stands right before the name of a programme that brackets spell out: `program unggulan`, `meluncurkan`."""
    words = either(word for use in ("kind", "called", "runs") for word in program_words(use))
    return re.compile(rf"(?<!\w)(?:{words}){_modifiers()}{{0,2}}\s+[\"“'‘]?$", re.IGNORECASE)


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
def quoted_before_pattern() -> re.Pattern[str]:
    """`"Batang Berbagi" sebagai program unggulan`, `"Batang Berbagi", layanan makan gratis`: a name in quotation marks, then
    what it is."""
    kinds = either(word.lower() for word in program_words("kind"))
    being = either(program_words("being"))
    joint = rf"(?:\s+(?:{being})|,)\s+(?:(?:salah\s+satu|sebuah)\s+)?"
    return re.compile(rf"{MARK}{_in_marks()}{MARK}{joint}(?:{kinds})(?!\w)")


@cache
def listed_pattern() -> re.Pattern[str]:
    """`program ... antara lain NAME kemudian`, `empat aplikasi, yakni NAME, ...`: up to 120 characters of the same sentence
    stand between."""
    listing, being = either(program_words("listing")), either(program_words("being"))
    apart = rf"(?<=program)[^.\"“”]{{0,120}}?\b(?:{listing})|(?:\s[a-z]+){{0,5}},?\s(?:{listing})"
    between = rf"{apart}|(?:nya)?{_modifiers()}{{0,3}}(?:\s+[A-Z]\w*){{0,4}},?\s+(?:{being})"
    return re.compile(rf"\b(?P<kind>(?i:program|aplikasi))(?:-(?:program|aplikasi))?(?:{between})\s+{ITEM}(?={END_OF_ITEM})")


@cache
def next_item_pattern() -> re.Pattern[str]:
    """What follows in a list: `, Rumah Singgah (RS)`, `, dan aplikasi Lapor Warga`, `serta Rumah Singgah`."""
    joints = "dan|serta|kemudian|hingga|maupun"
    kinds = either(word.lower() for word in program_words("kind"))
    left_out = either(word.title() for word in program_words("head-left-out"))
    before = rf"(?:,\s*(?P<last>(?:{joints})\s+)?|\s+(?P<joint>{joints})\s+)(?:(?P<kind>{kinds}|{left_out})\s+)?{MARK}?"
    return re.compile(rf"{before}{ITEM}{MARK}?(?:\s*\(\s*(?P<acronym>[A-Z][\w'’-]{{1,14}})\s*\))?(?=\W|$)")


@cache
def list_end_pattern() -> re.Pattern[str]:
    """A list of names ends in something else: `, dan bantuan modal`."""
    return re.compile(r",?\s+(?:dan|serta|hingga)\s+[a-z]")


@cache
def application_pattern() -> re.Pattern[str]:
    """`menggunakan aplikasi simda`: a verb of running or using shows that the word after `aplikasi` is a name."""
    verbs = either(program_words("runs") | program_words("uses") | program_words("by"))
    return re.compile(
        rf"(?:(?i:\b(?:{verbs}|peluncuran|launching|hadirnya))\s+)(?P<whole>[Aa]plikasi\s+(?P<name>[a-z][\w-]{{2,}}(?:\s+[A-Z][\w-]+)*))"
    )


@cache
def aid_pattern() -> re.Pattern[str]:
    """`bantuan pangan beras`, `beasiswa bagi mahasiswa`, `sekolah gratis`: an aid and its kind or receivers, or known so."""
    words = either(program_words("aid-word"))
    kind = rf"(?:\s+(?:{words})(?!\w))+"
    whom = _receivers()
    heads, weak, whole = (either(program_words(use)) for use in ("aid", "aid-weak", "aid-whole"))
    return re.compile(rf"(?<!\w)(?i:(?:{heads})(?:{kind}|{whom})|(?P<weak>(?:{weak}){whom})|(?P<whole>{whole})(?!\w))")


def _receivers() -> str:
    """` bagi warga lanjut usia`: those who get an aid."""
    joints, anybody, receivers = (either(program_words(use)) for use in ("joint", "anybody", "receiver"))
    return rf"\s+(?:{joints})\s+(?:(?:{anybody})\s+)*(?:{receivers})(?!\w)(?:\s+(?:{receivers})(?!\w))*"


@cache
def receivers_pattern() -> re.Pattern[str]:
    """Those who get an aid, behind its kind: `bantuan sosial | bagi penyandang disabilitas`."""
    return re.compile(_receivers(), re.IGNORECASE)


@cache
def capitals_behind_pattern() -> re.Pattern[str]:
    """The words with capitals that go on the name of an aid: `Bantuan Pangan | Daerah`."""
    return re.compile(r"(?:[ \t][A-Z][a-z]+){1,4}")


@cache
def launched_pattern() -> re.Pattern[str]:
    """`meluncurkan Mobil Sehat Keliling (MSK)`: a verb of launching, then capitals."""
    verbs = either(program_words("launches"))
    return re.compile(rf"(?<![\w-])(?i:{verbs})\s+(?P<name>{FIRST}(?:\s+(?:dan\s+)?{NEXT}){{1,6}}){BRACKET}")
