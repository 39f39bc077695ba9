"""The look-up of lemmas: word forms of the treebanks with the root that they are given most often."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from spacy.tokens import Doc, Token

from graph.extraction.lemmas import Lemmas

CLITICS = frozenset({"nya", "ku", "mu", "lah", "kah", "pun", "tah", "kau"})
WITHOUT_LEMMA = frozenset({"PROPN", "PUNCT", "NUM", "SYM", "X"})


def root(token: Token) -> str:
    """The lemma of a merged word without those of its clitics: `setuju nya` is `setuju`."""
    parts = [part for part in token.lemma_.lower().split() if part not in CLITICS]
    return parts[0] if parts else token.lemma_.lower()


def lemma_table(docs: Iterable[Doc]) -> dict[str, str]:
    """Word form, in small letters, to its most frequent root."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for doc in docs:
        for token in doc:
            if token.pos_ not in WITHOUT_LEMMA and token.lemma_ and token.text.isalpha():
                counts[token.lower_][root(token)] += 1
    return {form: min(found.items(), key=lambda c: (-c[1], c[0]))[0] for form, found in sorted(counts.items())}


def lemma_accuracy(table: dict[str, str], docs: Iterable[Doc]) -> float:
    """Per cent of the words of `docs` whose lemma is the treebank's; names, figures and marks are left out."""
    lemmas = Lemmas(table)
    tokens = [token for doc in docs for token in doc if token.pos_ not in WITHOUT_LEMMA]
    return round(100 * sum(lemmas.lemma(token.text) == root(token) for token in tokens) / len(tokens), 2)


def write_lemmas(table: dict[str, str], path: Path) -> None:
    """Write the table as a register."""
    lines = ["# source: UD_Indonesian-CSUI, PUD and GSD (see NOTICE); CC BY-SA 4.0", "form\tlemma"]
    path.write_text("\n".join([*lines, *(f"{form}\t{lemma}" for form, lemma in table.items())]) + "\n", encoding="utf-8")
