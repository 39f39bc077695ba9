"""The tokenizer for the genre: one pattern that reads a stretch without white space from left to right.

spaCy's own rules for Indonesian take `Sp.OG(K)` into five tokens and `Rp. 1.039.466.660` over a sentence end. Here degrees,
honorifics and abbreviations come from the registers, and everything else is one alternative of the pattern with its example.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry
from spacy.vocab import Vocab

from ontology.titles import abbreviations, degrees, honorifics

CHUNK = re.compile(r"(\S+)( ?)(\s*)|(\s+)")
REMEMBERED = 100_000
"""Chunks kept with their tokens: nine in ten chunks of an article have been read before (20 MB)."""
LONGEST_REMEMBERED = 40
"""Longer chunks are links and noise, seldom read twice."""

PATTERN = r"""
    (?: https?:// | www\. ) [^\s"“”'’()<>]* [\w/]       # https://contoh.example/berita?id=3
  | (?<! [\w.+-] ) [\w.+-]+ @ [\w-]+ (?: \.[\w-]+ )+   # dinas@contoh.example
  | @\w+ (?: \.\w+ )*                                   # @kominfo.metro
  # contoh.go.id
  | (?<! [\w.-] ) [A-Za-z0-9-]+ (?: \.[a-z0-9-]+ )*
    \. (?: com | net | org | (?: (?: co | go | or | ac | sch | desa )\. )? id ) (?! \w )
  | \d{4}-\d{2}-\d{2} | \d{1,2}-\d{1,2}-(?: \d{4} | \d{2} ) (?! \d )  # 2024-01-30, 30-01-2024
  | (?<! \w ) (?: Rp | IDR | USD | US\$ ) \.? (?= \d )  # Rp500, Rp.1.000
  | (?<! \w ) (?: TITLES )                              # M.Kes., Sp.OG(K), Jl., s.d.
  | (?<! [\w/] ) [A-Z]\. (?= [A-Z] [\w.'’] | [\s,\-]* $ )  # the initials of A.Natsir and A. Natsir
  | (?<! \w ) No\.? (?= \d )                            # No.23/2014
  | \d+ -an (?! \w )                                    # 1990-an
  | \d+ (?: [.,:/] \d+ )*                               # 1.039.466.660  82,82  12/01/2022  23/2014  08.30
  | (?<= \d ) ,-                                        # Rp 500.000,-
  | [^\W\d_] (?: \w | MARK )* (?: ['’`\-] (?! MARK ) \w (?: \w | MARK )* )*   # kata  anak-anak  Jum'at  COVID-19  se-Kota
  | \.{2,} | -{2,} | '' | `` | ,,                       # ... -- ''
  | \S
"""
MARKS = "[\u0300-\u036f]"
"""Accents that stand as characters of their own (decomposed text)."""


def _spellings(form: str) -> tuple[str, ...]:
    """A form, its upper case (headlines) and its careless case: `M.Kes.`, `M.KES.`, `M.kes.`"""
    first, stop, rest = form.partition(".")
    return form, form.upper(), first + stop + rest.lower()


def _as_pattern(form: str) -> str:
    """One spelling as a pattern: the last stop may lack where another stop shows what it is (`M.Kes`); `SH` needs its stop."""
    head = form.removesuffix(".")
    optional = "?" if re.search(r"[./]", head) else ""
    if head.endswith(")"):
        return re.escape(head)
    return re.escape(head) + (r"(?!\w)" if "/" in form else rf"\.{optional}(?![a-z])")


@cache
def _pattern() -> re.Pattern[str]:
    """The pattern with all forms of the registers that the other alternatives would take apart."""
    before = {word for title in honorifics() for form in title.forms for word in form.split()}
    before |= {form for abbreviation in abbreviations() for form in abbreviation.forms}
    after = {word for degree in degrees() for form in degree.forms for word in form.split()}
    stopped = {word for word in before if re.search(r"\w[./]", word)} | after
    spellings = {spelling for word in stopped for spelling in _spellings(word)}
    titles = " | ".join(_as_pattern(s) for s in sorted(spellings, key=lambda s: (-len(s.removesuffix(".")), s)))
    return re.compile(PATTERN.replace("TITLES", titles).replace("MARK", MARKS), re.VERBOSE)


def split_chunk(chunk: str) -> tuple[str, ...]:
    """The tokens of a stretch without white space: `Natsir,Sp.OG(K).` → `Natsir` `,` `Sp.OG(K)` `.`"""
    return tuple(_pattern().findall(chunk))


_remembered = lru_cache(maxsize=REMEMBERED)(split_chunk)


def split(text: str) -> Iterator[tuple[str, bool]]:
    """All tokens of a text, each with whether one space follows it; joined they are the text again.

    As everywhere in spaCy, white space beyond one space is a token of its own.
    """
    for chunk, space, more, lead in CHUNK.findall(text):
        if lead:
            yield lead, False
            continue
        *first, last = _remembered(chunk) if len(chunk) <= LONGEST_REMEMBERED else split_chunk(chunk)
        for word in first:
            yield word, False
        yield last, bool(space)
        if more:
            yield more, False


class NewsTokenizer(DummyTokenizer):
    """Text to `Doc` by `split`; it holds no state, so a saved pipeline stores nothing of it."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words, spaces = [], []
        for word, space in split(text):
            words.append(word)
            spaces.append(space)
        return Doc(self.vocab, words=words, spaces=spaces)


@registry.tokenizers("simpul.news_tokenizer.v1")  # type: ignore[untyped-decorator]  # spaCy leaves it untyped
def create_tokenizer() -> Callable[[Language], NewsTokenizer]:
    """The tokenizer as spaCy's configuration files name it."""
    return lambda nlp: NewsTokenizer(nlp.vocab)
