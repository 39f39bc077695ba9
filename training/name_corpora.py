"""The name corpora as spaCy documents: tokens with IOB labels, of which person, organisation and place are kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

LABELS = {
    "PER": "PER", "PERSON": "PER",
    "ORG": "ORG", "ORGANISATION": "ORG",
    "LOC": "LOC", "PLACE": "LOC",
}  # fmt: skip
NO_SPACE_BEFORE = frozenset({",", ".", ":", ";", "?", "!", ")", "]", "%", "”", "’"})
NO_SPACE_AFTER = frozenset({"(", "[", "“", "‘", "Rp"})


@dataclass(frozen=True, slots=True)
class NameCorpora:
    idner_train: list[Doc]
    idner_dev: list[Doc]
    nergrit_train: list[Doc]
    nergrit_dev: list[Doc]


def read_name_corpora(corpora: Path, vocab: Vocab) -> NameCorpora:
    idner, nergrit = corpora / "idner-news-2k", corpora / "indonlu-nergrit"
    return NameCorpora(
        idner_train=read_names(idner / "train.txt", vocab),
        idner_dev=read_names(idner / "dev.txt", vocab),
        nergrit_train=read_names(nergrit / "train_preprocess.txt", vocab),
        nergrit_dev=read_names(nergrit / "valid_preprocess.txt", vocab),
    )


def read_names(path: Path, vocab: Vocab) -> list[Doc]:
    """One document per sentence; a line is a token with its IOB label last, an empty line ends the sentence."""
    return [_sentence(rows, vocab) for rows in _blocks(path.read_text(encoding="utf-8").splitlines())]


def _blocks(lines: list[str]) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    for line in (*lines, ""):
        if line.strip():
            rows.append(line.split())
        elif rows:
            yield rows
            rows = []


def _sentence(rows: list[list[str]], vocab: Vocab) -> Doc:
    words = [row[0] for row in rows]
    labels = []
    for row in rows:
        prefix, _, label = row[-1].partition("-")
        labels.append(f"{prefix}-{LABELS[label]}" if label in LABELS else "O")
    return Doc(vocab, words=words, spaces=spaces(words), ents=labels)


def spaces(words: list[str]) -> list[bool]:
    """After which tokens a space was printed: the corpora hold tokens alone, and the tokenizer must find them again."""
    found, quoted = [], False
    for word, following in zip(words, (*words[1:], "."), strict=True):
        if word == '"':
            quoted = not quoted
        closes = following in NO_SPACE_BEFORE or (following == '"' and quoted)
        opens = word in NO_SPACE_AFTER or (word == '"' and quoted)
        found.append(not (closes or opens))
    return found
