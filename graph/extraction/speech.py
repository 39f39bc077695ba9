"""Who said what: the speaker of each quotation, and reported speech.

The text is read as a flow: between two quotations its sentences name whoever speaks next, and the words right behind a
quotation confirm or change that. The two commonest patterns (`"...," ujar X` and `X mengatakan ...`) cover three quarters of
the speech verbs in the Indonesian treebanks; pronouns and `-nya` stand for the speaker that the flow has reached.
"""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_right

from graph.extraction.attributions import THUS, attribution_pattern, is_followed_by_subject, odd_verb_with_nya
from graph.extraction.named import LONGEST_NAMING, is_bridge, named_behind, named_in
from graph.extraction.narration import Flow, narrate
from graph.extraction.patterns import either
from graph.extraction.quotes import MARK
from graph.extraction.reading import Quote, Reading
from graph.extraction.rules import rule
from graph.extraction.said import said_by
from graph.extraction.speech_words import (
    active_pattern,
    after_pattern,
    document_words,
    medium_pattern,
    nobody_follows,
    pronoun_follows,
    self_pattern,
    taken_up_pattern,
    text_pattern,
)
from graph.extraction.subjects import Subject, described_behind, sentence_speaker, takes_turn
from graph.extraction.suspects import clear_holders
from graph.facts import Person, Said, Span
from ontology.bodies import not_names
from ontology.speech_verbs import reporting_verbs, speech_cues, subject_verbs

FLOW_REACH = 5
"""Sentences of narration after which a quotation with no verb of saying is no longer the speaker's who was named before."""
ODD_VERB = re.compile(r"[^\S\n]*(?P<verb>(?!di|ke)[a-z]{4,12})[^\S\n]+(?=[A-Z])")
"""`tnaya Rahmat`, `ngakunya` aside; neither a passive (`disambut Rahmat`) nor a preposition."""


def find_speech(reading: Reading) -> None:
    """Add a `Said` claim for each quotation and each reported statement, and fill the quotations' speakers."""
    flow = Flow()
    headline = reading.article.headline
    flow.at = headline[1] if headline else 0
    clear_holders(reading)
    claims: list[Said] = []
    quotes: list[Quote] = []
    for quote in reading.quotes:
        claims.extend(narrate(reading, flow, quote.outer.start))
        said = _attribute(reading, flow, quote)
        claims.extend(said)
        attribution = _attribution(reading, quote)
        if said:
            flow.last, flow.last_named = said[0].speaker, flow.named
            quote = dataclasses.replace(quote, attribution=attribution, cue=said[0].cue, speaker=said[0].speaker)
        quotes.append(quote)
        flow.at = max(flow.at, quote.outer.end, _read_until(reading, attribution, said))
    claims.extend(narrate(reading, flow, len(reading.text)))
    reading.quotes = quotes
    reading.claims.extend(claims)


def _attribute(reading: Reading, flow: Flow, quote: Quote) -> list[Said]:
    """The first rule that explains who speaks here."""
    for who_speaks in (
        _named_after,
        _odd_verb_after,
        _subject_after,
        _document,
        _named_later,
        _pronoun_after,
        _unnamed_after,
        _text_before,
        _named_before,
        _named_next,
        _flow_before,
    ):
        if said := who_speaks(reading, flow, quote):
            return said
    return []


@rule("said.named_after", example='"Jalan ini segera kami perbaiki," ujar Camat Sukamaju, Rahmat.')
def _named_after(reading: Reading, flow: Flow, quote: Quote) -> list[Said]:
    """A verb of saying right behind the quotation names the speaker."""
    behind = (attribution_pattern(), THUS, taken_up_pattern())
    match = next((m for pattern in behind if (m := pattern.match(reading.text, quote.outer.end))), None)
    who = named_behind(reading, match.end()) if match else None
    if match is None or who is None:
        return []
    flow.speaker, flow.named = who.key, Span(match.start("verb"), who.end)
    return [said_by(reading, quote, flow.named, who.key, "said.named_after", match["verb"])]


@rule("said.odd_verb_after", example='"Jalan ini segera kami perbaiki," tmbah Camat Sukamaju, Rahmat.')
def _odd_verb_after(reading: Reading, flow: Flow, quote: Quote) -> list[Said]:
    """One word that no register has, a misprint or a rare verb, stands between the speech and somebody with a name."""
    match = ODD_VERB.match(reading.text, quote.outer.end)
    known = attribution_pattern().match(reading.text, quote.outer.end)
    if match is None or known or reading.text[quote.end - 1] not in ",.!?" or quote.outer.end == quote.end:
        return []
    who = next(iter(named_in(reading, match.end(), match.end() + LONGEST_NAMING)), None)
    if who is None or who.start != match.end() or who.type == "organization" or match["verb"] in not_names():
        return []
    flow.speaker, flow.named = who.key, Span(match.start("verb"), who.end)
    return [said_by(reading, quote, flow.named, who.key, "said.odd_verb_after", match["verb"])]


@rule("said.subject_after", example='"Jalan ini rusak", Rahmat menjelaskan, "sejak tahun lalu."')
def _subject_after(reading: Reading, flow: Flow, quote: Quote) -> list[Said]:
    """The speaker and a verb of saying stand right behind the quotation, in this order."""
    gap = re.compile(r"[,.]?[^\S\n]+").match(reading.text, quote.outer.end)
    who = next(iter(named_in(reading, gap.end(), gap.end() + LONGEST_NAMING)), None) if gap else None
    anybody = is_followed_by_subject(reading.text, quote)
    if gap is None or who is None or not is_bridge(reading.text[gap.end() : who.start]) or who.type == "organization":
        return [said_by(reading, quote, None, None, "said.subject_after", "")] if anybody else []  # a name that is not known
    verb = re.compile(rf"\s+(?:{either(subject_verbs() if anybody else reporting_verbs())})\b").match(reading.text, who.end)
    if verb is None:
        return []
    flow.speaker, flow.named = who.key, Span(who.start, who.end)
    return [said_by(reading, quote, Span(who.start, verb.end()), who.key, "said.subject_after", verb[0].strip())]


@rule("said.document", example='"Kegiatan dihentikan sementara," bunyi surat edaran itu.')
def _document(reading: Reading, flow: Flow, quote: Quote) -> list[Said]:
    """A text is quoted, so no person speaks; what stands on the pages of a body (`website resmi KPU`) the body says."""
    match = attribution_pattern().match(reading.text, quote.outer.end)
    if match is None or match["verb"].casefold() not in document_words():
        return []
    medium = medium_pattern().match(reading.text, match.end())
    bodies = reading.mentions_in(medium.end(), reading.sentence_at(match.end()).end, "organization") if medium else []
    body = next((b for b in bodies if medium and b.start == medium.end() and b.key), None)
    span = Span(match.start("verb"), body.end if body else match.end())
    if body is None and match["verb"].casefold() in speech_cues("told"):  # `demikian keterangan tertulis yang diterima redaksi`
        return [said_by(reading, quote, span, flow.speaker, "said.document", match["verb"], back=flow.named)]
    return [said_by(reading, quote, span, body.key if body else None, "said.document", match["verb"])]


@rule("said.named_later", example='"Dananya ada," ujar orang nomor satu di Sleman itu. Bupati Rahmat menambahkan ...')
def _named_later(reading: Reading, flow: Flow, quote: Quote) -> list[Said]:
    """Nobody has been named yet whom `-nya` or a description could mean: whom the next sentence has speak."""
    match = attribution_pattern().match(reading.text, quote.outer.end)
    if match is None or isinstance(reading.entities.get(flow.speaker or ""), Person):
        return []
    described = pronoun_follows(reading.text, match.end())
    if not described and (flow.speaker is not None or not match["nya"]):
        return []
    if flow.speaker is None and _is_anybody_heard(reading, quote):
        return []
    subject = _goes_on(reading, match.end())
    if subject is None:
        return []
    flow.speaker, flow.named = subject.key, subject.named
    return [said_by(reading, quote, Span(match.start("verb"), match.end()), subject.key, "said.named_later", match["verb"])]


def _is_anybody_heard(reading: Reading, quote: Quote) -> bool:
    """Whether somebody without a name that we know speaks before a quotation: `Menurut warga, Ahmad (35), api berasal ...`"""
    start = reading.body[0].start if reading.body else 0
    return any(pattern.search(reading.text, start, quote.outer.start) for pattern in (active_pattern(), after_pattern()))


def _goes_on(reading: Reading, offset: int) -> Subject | None:
    """The person whom the sentence behind `offset` has speak, if it passes the word to nobody else."""
    after = bisect_right(reading.sentences, offset, key=lambda sentence: sentence.start)
    following = next(iter(reading.sentences[after:]), None)
    if following is None or reading.is_quoted(following.start) or takes_turn(reading.text, following):
        return None
    subject = sentence_speaker(reading, following, None)
    if subject is None or subject.verb is None or subject.named is None:
        return None
    return subject if isinstance(reading.entities.get(subject.key or ""), Person) else None


@rule("said.pronoun_after", example='Rahmat meninjau jembatan. "Ini mendesak," katanya.')
def _pronoun_after(reading: Reading, flow: Flow, quote: Quote) -> list[Said]:
    """`-nya`, `dia` or `ia` behind the quotation is whoever the sentences before it have speak."""
    match = attribution_pattern().match(reading.text, quote.outer.end) or odd_verb_with_nya(reading.text, quote)
    if match is None or not (match["nya"] or pronoun_follows(reading.text, match.end()) or nobody_follows(reading.text, match)):
        return []
    span = Span(match.start("verb"), match.end())
    if flow.suspect is not None and self_pattern().search(reading.text, quote.start, quote.end):
        flow.speaker, flow.named = flow.suspect.key, flow.suspect.named  # `Iwan mengaku. "Saya khilaf," katanya`
    elif match["nya"] and flow.last is not None and match["verb"].casefold() in speech_cues("continues"):
        flow.speaker, flow.named = flow.last, flow.last_named
    elif not match["nya"]:
        flow.speaker = described_behind(reading, match.end(), flow.speaker)
    return [said_by(reading, quote, span, flow.speaker, "said.pronoun_after", match["verb"], back=flow.named)]


@rule("said.unnamed_after", example='"Sepi sudah seminggu," kata seorang pedagang.')
def _unnamed_after(reading: Reading, flow: Flow, quote: Quote) -> list[Said]:
    """A verb of saying behind the quotation, but nobody whom the article names: the speaker stays open."""
    match = attribution_pattern().match(reading.text, quote.outer.end)
    if match is None or match["nya"]:
        return []
    flow.speaker = flow.named = None
    return [said_by(reading, quote, Span(match.start("verb"), match.end()), None, "said.unnamed_after", match["verb"])]


@rule("said.text_before", example='Surat edaran itu berbunyi, "Semua pegawai memakai batik."')
def _text_before(reading: Reading, flow: Flow, quote: Quote) -> list[Said]:
    """A text, a scripture or a proverb is quoted: nobody whom the article has speak says it."""
    start = reading.sentence_at(quote.outer.start).start
    lead = text_pattern().search(reading.text, start, quote.outer.start)
    if lead is None or attribution_pattern().match(reading.text, quote.outer.end):
        return []
    return [said_by(reading, quote, Span(lead.start(), lead.end()), None, "said.text_before", lead["verb"])]


@rule("said.named_before", example='Camat Sukamaju, Rahmat, mengatakan: "Jalan ini segera kami perbaiki."')
def _named_before(reading: Reading, flow: Flow, quote: Quote) -> list[Said]:
    """The sentence that the quotation stands in has somebody speak before it."""
    if attribution_pattern().match(reading.text, quote.outer.end) or not _is_introduced(reading, flow, quote):
        return []
    return [said_by(reading, quote, None, flow.speaker, "said.named_before", "", back=flow.named)]


@rule("said.next", example='"Jalan ini rusak sejak lama.\n"Kami perbaiki bulan depan," ujar Camat Sukamaju, Rahmat.')
def _named_next(reading: Reading, flow: Flow, quote: Quote) -> list[Said]:
    """Speech of several paragraphs, each opened anew, belongs to whoever is named behind the last."""
    closed = MARK.search(reading.text, quote.end, quote.outer.end) is not None
    if (closed and flow.speaker is not None) or _is_introduced(reading, flow, quote):
        return []
    last = quote
    for following in [q for q in reading.quotes if q.start >= quote.end]:
        between = reading.text[last.outer.end : following.outer.start]
        if between.strip() or attribution_pattern().match(reading.text, last.outer.end):
            return []
        match = attribution_pattern().match(reading.text, following.outer.end)
        who = named_behind(reading, match.end()) if match else None
        if who is not None:
            return [said_by(reading, quote, None, who.key, "said.next", "")]
        last = following
    return []


@rule("said.flow", example='Rahmat mengatakan warga sudah diberi tahu. "Mereka setuju semua dengan rencana ini."')
def _flow_before(reading: Reading, flow: Flow, quote: Quote) -> list[Said]:
    """A quotation with no verb of saying beside it belongs to the speaker that the text has reached."""
    if attribution_pattern().match(reading.text, quote.outer.end) or _is_introduced(reading, flow, quote):
        return []
    far = flow.named is not None and _sentences_between(reading, flow.named, quote) > FLOW_REACH
    named_inside = {m.key for m in reading.mentions_in(quote.start, quote.end, "person")}
    speaker = None if far or flow.speaker in named_inside else flow.speaker  # nobody calls himself by name
    return [said_by(reading, quote, None, speaker, "said.flow", "", back=flow.named if speaker else None)]


def _sentences_between(reading: Reading, named: Span, quote: Quote) -> int:
    after = bisect_right(reading.sentences, named.start, key=lambda sentence: sentence.start)
    return bisect_right(reading.sentences, quote.outer.start, key=lambda sentence: sentence.end) - after


def _is_introduced(reading: Reading, flow: Flow, quote: Quote) -> bool:
    return flow.named is not None and reading.sentence_at(flow.named.start) == reading.sentence_at(quote.outer.start)


def _read_until(reading: Reading, attribution: Span | None, said: list[Said]) -> int:
    """Where the text goes on behind an attribution; words that describe the speaker name nobody: `kata politisi Golkar itu`."""
    if attribution is None:
        return 0
    described = bool(said) and said[0].rule == "said.pronoun_after" and pronoun_follows(reading.text, attribution.end)
    return reading.sentence_at(attribution.end - 1).end if described else attribution.end


def _attribution(reading: Reading, quote: Quote) -> Span | None:
    """The words behind the quotation that say who spoke, to the end of the name where one stands there."""
    match = attribution_pattern().match(reading.text, quote.outer.end)
    if match is None:
        return None
    who = named_behind(reading, match.end())
    return Span(match.start("verb"), who.end if who else match.end())
