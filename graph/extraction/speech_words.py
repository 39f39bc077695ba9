"""The words beside a quotation that say who speaks, where no name does."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.patterns import either
from ontology.occasions import participation_cues
from ontology.speech_verbs import speech_cues, speech_verbs, subject_verbs, verbs_behind


@cache
def clause_pattern(bare: bool) -> re.Pattern[str]:
    """What stands between a verb of saying and the clause that it reports: `, bahwa`, `kepada warga bahwa`, a comma.

    After some verbs nothing needs to, but then a noun of the verb's own may follow: `menegaskan pentingnya`.
    """
    bahwa = r"(?:\s+kepada [^,.]{1,40})?[\s,]+bahwa(?:sanya)?\s*,?\s*|,\s*"
    return re.compile(rf"{bahwa}|\s+(?!\w+nya\b|kepada\b)" if bare else bahwa)


def nobody_follows(text: str, attribution: re.Match[str]) -> bool:
    """`demikian disampaikan.`: a passive with nobody behind it means whoever speaks already."""
    behind = text[attribution.end() :].lstrip(" ")[:1]
    return attribution["verb"].casefold().startswith("di") and behind in ("", ".", "\n")


def pronoun_follows(text: str, offset: int) -> bool:
    """`ujar dia`, `ujar politisi itu`: words for whoever speaks already; `ujar pria dalam video itu` is another."""
    return _pronoun_pattern().match(text, offset) is not None


@cache
def _pronoun_pattern() -> re.Pattern[str]:
    pronouns, pointing = either(speech_cues("pronoun")), either(speech_cues("pointing"))
    described = rf"(?:(?!\b(?:{either(speech_cues('scene'))})\s+(?-i:[a-z])\w*\s+(?:{pointing})\b)[^,.;\n\"“”])*"
    behind = r"(?:\s+[a-z]+){0,4}\s*(?=[,.;\n]|$)"  # `kritik politisi PKB itu melalui sambungan telepon.`
    return re.compile(rf"\s+(?:{pronouns})\b|{described}\b(?:{pointing})\b{behind}", re.IGNORECASE)


@cache
def medium_pattern() -> re.Pattern[str]:
    """Where a body publishes: `tertulis dalam website resmi KPU`."""
    return re.compile(rf"\s+(?:di|dalam|pada)\s+(?:{either(speech_cues('medium'))})(?:\s+(?!di\b)[a-z]+)?\s+", re.IGNORECASE)


@cache
def taken_up_pattern() -> re.Pattern[str]:
    """A sentence that takes up the quotation before it: `Hal itu ditegaskan |`, `Itulah pesan |`, `Itu kata |`."""
    nouns, heads = either(speech_cues("taken")), either(speech_cues("thus"))
    passive = either(form for form in verbs_behind() if form.startswith("di"))
    pointing = either(speech_cues("pointing"))
    said = rf"(?:{nouns})\s+(?:{pointing})\s+(?:{passive})|(?:{pointing})\s+(?:kata|{nouns}|{passive})"
    thus = rf"(?:{heads})\s+(?:(?:{nouns})\b)?(?:\s+yang)?(?:\s+(?:{passive}))?"
    return re.compile(rf"[,.]?\s{{0,3}}(?P<verb>{said}|{thus})(?:\s+(?:langsung|oleh))*(?=\s)", re.IGNORECASE)


@cache
def text_pattern() -> re.Pattern[str]:
    """What leads to the words of a text: `Surat itu berbunyi,`, `Pasal 3 menyebutkan,`, `Seperti kata pepatah,`."""
    verbs = either(form for verb in speech_verbs() if verb.document for form in verb.active)
    saying = either(subject_verbs())
    texts = either(speech_cues("text"))
    text = rf"(?<!\w\s)\b(?:{texts})\b(?-i:(?!\syang\s)[^.,;:\"“”A-Z]){{0,60}}\s"  # not `Surat itu diserahkan Rahmat yang`
    return re.compile(rf"(?P<verb>{text}(?:{saying})|\b(?:{verbs})|\bkata\s+(?:{texts}))\W*$", re.IGNORECASE)


@cache
def document_words() -> frozenset[str]:
    """Verbs that a text speaks by: `bunyi`, `tertulis`."""
    return frozenset(word for verb in speech_verbs() if verb.document for word in verb.after)


@cache
def somebody_pattern() -> re.Pattern[str]:
    """`Seorang pedagang`, `Sementara itu, salah seorang warga`"""
    turns, somebody = either(speech_cues("turn")), either(speech_cues("somebody"))
    return re.compile(rf"(?:(?:{turns})(?:\s+itu)?,?\s+)?(?P<somebody>(?:{somebody})\b)", re.IGNORECASE)


@cache
def aside_words() -> frozenset[str]:
    """`oleh` as well: whoever is named behind it does what a passive tells."""
    return frozenset(["oleh", *speech_cues("aside")])


@cache
def aside_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:,\s*[A-Z][\w.]*)*,?\s+(?:juga\s+|pun\s+)?(?:{either(speech_cues('aside'))})\b")


@cache
def voice_pattern() -> re.Pattern[str]:
    through, voice = either(participation_cues("spokesman")), either(participation_cues("voice"))
    return re.compile(rf"\s+(?:{through})\s+(?:(?:{voice})(?:nya)?,?\s*)?", re.IGNORECASE)


@cache
def read_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(speech_cues('read'))})\s+\w+\s+$", re.IGNORECASE)


@cache
def source_pattern() -> re.Pattern[str]:
    """`Kritik lebih pedas datang dari | anggota Komisi D, Sari`."""
    return re.compile(rf"\b(?:{either(speech_cues('source'))})(?:\s+juga)?\s+dari\s+$", re.IGNORECASE)


@cache
def companion_words() -> frozenset[str]:
    return frozenset(speech_cues("companion"))


@cache
def accused_pattern() -> re.Pattern[str]:
    """`Tersangka, | Rahmat`, `Pelaku diketahui bernama | Rahmat`; not `Kuasa hukum tersangka, Rahmat`, `Ditanya soal tersangka
    lain, Rahmat`."""
    accused, links = either(speech_cues("accused")), either(speech_cues("identity"))
    comma = rf"(?<!\w\s)\b(?:{accused}),\s+"
    about = "".join(rf"(?<!\b{word}\s)" for word in speech_cues("companion"))
    return re.compile(rf"(?:{comma}|{about}\b(?:{accused})(?:nya)?\s+)(?:(?:{links}),?\s+){{0,3}}$", re.IGNORECASE)


@cache
def self_pattern() -> re.Pattern[str]:
    """Whoever speaks of nobody else: `saya`, `aku`; a policeman or an official says `kami`."""
    return re.compile(rf"\b(?:{either(speech_cues('self'))})\b", re.IGNORECASE)


@cache
def description_opening() -> re.Pattern[str]:
    """A sentence that opens with what its subject is: `Politisi Golkar ini`, `Pria asal Sukamulya itu`."""
    words, pointing = either(speech_cues("description")), either(speech_cues("pointing"))
    lead = r"(?:(?-i:[A-Z])[^.,;:!?\"“”]{0,40},\s+)?"  # `Menjawab itu, politisi Golkar tersebut berjanji`
    return re.compile(rf"{lead}(?P<words>(?:{words})\b[^.,;:!?\"“”]{{0,90}}?\s(?:{pointing})\b)", re.IGNORECASE)


@cache
def official_pattern() -> re.Pattern[str]:
    """What only somebody in public life is called: `politisi`, `perwira`, `mantan`."""
    return re.compile(rf"\s*(?:{either(speech_cues('official'))})\b", re.IGNORECASE)


@cache
def pronoun_opening() -> re.Pattern[str]:
    """`Ia menambahkan`, `Menurutnya`, `Dikatakannya`"""
    said = either(["menurut", *(form for verb in speech_verbs() if not verb.document for form in verb.after)])
    return re.compile(rf"(?:(?:{either(speech_cues('pronoun'))})\b|(?:{said})nya,)", re.IGNORECASE)


@cache
def active_pattern() -> re.Pattern[str]:
    verbs = either(subject_verbs())
    pronouns = rf"(?P<pronoun>\b(?:{either(speech_cues('pronoun'))})\s+(?:\w+\s+)?)?"
    return re.compile(rf"{pronouns}(?<!\w)(?P<verb>{verbs})(?!\w)", re.IGNORECASE)


@cache
def after_pattern() -> re.Pattern[str]:
    """A verb of saying that its speaker follows: passive anywhere, bare behind a comma: `, jelas X`, not `tanggung jawab X`."""
    words = verbs_behind()
    passive = either(["menurut", "kata", "ujar", *speech_cues("by"), *(w for w in words if w.startswith("di"))])
    return re.compile(rf"(?:(?<!\w)(?:{passive})|,\s*(?:{either(words)}))(?!\w)(?:\s+(?:langsung|oleh))*", re.IGNORECASE)


@cache
def passive_pattern() -> re.Pattern[str]:
    """Whoever something is done to does not speak next: `Rahmat juga dinilai ...`; but whoever `tersenyum` does."""
    moved = either(speech_cues("moved"))
    adverbs = r"(?:(?:juga|pun|telah|sudah|akan|kembali|sempat|kemudian|lalu)\s+)*"
    return re.compile(rf"\s+{adverbs}(?!(?:{moved})\b)(?:di|ter)[a-z]{{4,}}")
