"""Events of the day that only somebody's words tell: `"Hari ini kita menggelar pasar murah," kata Camat, Senin (5/2)`."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.date_forms import DAY
from graph.extraction.occasion_words import hold_pattern, kinds_by_noun, noun_pattern
from graph.extraction.occasions import Occasion
from graph.extraction.patterns import either, folded
from graph.extraction.reading import DateMention, Quote, Reading
from graph.extraction.relative_dates import BASIS
from graph.extraction.rules import rule
from graph.extraction.venues import venues_in
from graph.facts import Span
from ontology.occasions import participation_cues

REACH = 70
"""Characters from `hari ini` to the event: `hari ini, alhamdulillah, kami bersama Dinas Sosial menggelar | pasar murah`."""


@rule(
    "event.spoken",
    example='"Hari ini kita menggelar pasar murah," kata Camat Sukamulya Sari di Balai Sukamaju, Senin (5/2/2024).',
)
def spoken(reading: Reading) -> list[Occasion]:
    """Who says `hari ini kami menggelar ...` tells of an event on the day of speaking, in the place where it is said."""
    days = [d for d in reading.dates if d.date.basis == BASIS and DAY.fullmatch(d.date.value)]
    told = (_told(reading, q, d) for q in reading.quotes for d in days if q.start <= d.start < q.end)
    return [occasion for occasion in told if occasion is not None]


def _told(reading: Reading, quote: Quote, day: DateMention) -> Occasion | None:
    """What `we` hold behind the day, in its sentence."""
    sentence = reading.sentence_at(day.start)
    end = min(sentence.end, quote.end, day.end + REACH)
    noun = noun_pattern().search(reading.text, day.end, end)
    ours = _ours_pattern().search(reading.text, day.end, noun.start()) if noun is not None else None
    verb = hold_pattern().search(reading.text, ours.end(), noun.start()) if noun is not None and ours is not None else None
    if noun is None or verb is None or folded(noun["form"]) in participation_cues("vague"):
        return None
    behind = reading.sentence_at(quote.outer.end - 1)
    places = venues_in(reading, noun.end(), min(sentence.end, quote.end)) or venues_in(reading, quote.outer.end, behind.end)
    return Occasion(
        kind=kinds_by_noun()[folded(noun["form"])],
        start=noun.start(),
        end=noun.end(),
        sentence=sentence,
        rule="event.spoken",
        cue=Span(verb.start("verb"), verb.end("verb")),
        day=day,
        venue=next(iter(places), None),
    )


@cache
def _ours_pattern() -> re.Pattern[str]:
    """`kami`, `kita`."""
    return re.compile(rf"\b(?:{either(participation_cues('ours'))})\b", re.IGNORECASE)
