"""The working object of extraction: one article, its tokens, and what each step has found in it so far.

Steps run in the order of `graph.extraction.pipeline.STEPS`; each reads what earlier ones found and adds its own. All offsets
are characters of `article.text`, end exclusive.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from graph.facts import Claim, Date, Entity, HoldsPost, Key, Span
from loaders.article import Article

if TYPE_CHECKING:
    from graph.extraction.regulations import Citation


@dataclass(slots=True)
class Mention:
    """A named thing in the text. `name` is how it is called there (a person without honorifics and degrees); `key` is the
    local entity, filled by `who_is_meant` (empty before). `rule` is the rule that found it."""

    start: int
    end: int
    type: str
    """`person`, `organization`, `area`, `program`, or `post` (a rank with its body, `Wali Kota Magelang`)."""
    name: str
    kind: str = ""
    rule: str = ""
    key: Key = ""


@dataclass(frozen=True, slots=True)
class DateMention:
    start: int
    end: int
    date: Date


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number as written, with its unit words: `value` is a plain decimal text, `unit` as in the register (`IDR`, `%`, `kg`)
    or the noun counted (`penerima`), empty where nothing follows. `start`..`end` cover number and unit."""

    start: int
    end: int
    number: Span
    value: str
    unit: str = ""
    per: str = ""
    approximate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A stretch of direct speech: the text between the marks (marks excluded), and between `outer` with them."""

    start: int
    end: int
    outer: Span
    attribution: Span | None = None
    """Where the words stand that say who spoke (`ujar Wardi`), once speech has found them."""
    cue: str = ""
    speaker: Key | None = None


@dataclass(slots=True)
class Reading:
    article: Article
    doc: Doc
    sentences: list[Span] = field(default_factory=list)
    """Sentences of headline and body, in order; boilerplate, dateline and byline are not among them."""
    dates: list[DateMention] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    """Sorted by start; of overlapping mentions of one type only the longest is kept."""
    entities: dict[Key, Entity] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    region: Key | None = None
    cited: list[Citation] | None = None
    """The laws cited by number or name, once somebody has asked for them (`graph.extraction.regulations.citations`)."""
    suspects: frozenset[Key] = frozenset()
    """Whom the article tells a crime of: they speak where they are quoted by name, and in the first person."""
    off: frozenset[str] = frozenset()
    """Names of rules that are switched off."""

    @property
    def text(self) -> str:
        return self.article.text

    @property
    def body(self) -> list[Span]:
        """The sentences behind the headline."""
        _, end = self.article.headline or (0, 0)
        return [sentence for sentence in self.sentences if sentence.start >= end]

    @property
    def holders(self) -> set[Key]:
        """Everybody who holds a post, as far as it is claimed by now."""
        return {claim.person for claim in self.claims if isinstance(claim, HoldsPost)}

    def is_quoted(self, offset: int) -> bool:
        """Whether the text at `offset` is direct speech."""
        return any(q.outer.start <= offset < q.outer.end for q in self.quotes)

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds `offset`; where none does, the empty span at it."""
        at = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        held = at >= 0 and offset < self.sentences[at].end
        return self.sentences[at] if held else Span(offset, offset)

    def in_headline(self, offset: int) -> bool:
        """Whether `offset` lies in the headline, where capitals show no names."""
        start, end = self.article.headline or (0, 0)
        return start <= offset < end

    def mentions_in(self, start: int, end: int, *types: str) -> list[Mention]:
        """Mentions of these types (all where none is given) that lie inside `start`..`end`, in order."""
        return [m for m in self.mentions if start <= m.start and m.end <= end and (not types or m.type in types)]
