"""The treebanks as spaCy documents: clitics merged to their word, the old GSD brought to today's annotation."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc, Token
from spacy.training.converters.conllu_to_docs import conllu_to_docs
from spacy.util import filter_spans
from spacy.vocab import Vocab

CLOSED = frozenset({"ADP", "ADV", "AUX", "CCONJ", "DET", "NUM", "PART", "PRON", "SCONJ"})
"""Classes whose few words are told apart one by one: the old `telah` is an adverb, today's an auxiliary."""

Key = tuple[str, ...]
Label = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Treebanks:
    """`gsd_old` is the large old train part as it was annotated; the two `dev` parts hold the same sentences."""

    csui: list[Doc]
    pud: list[Doc]
    gsd_dev: list[Doc]
    gsd_old: list[Doc]
    gsd_old_dev: list[Doc]


def read_treebank(path: Path, vocab: Vocab) -> list[Doc]:
    """One document per sentence; `menyetujui` + `nya` become `menyetujuinya` with the tag and head of the whole."""
    docs = conllu_to_docs(path.read_text(encoding="utf-8"), n_sents=1, merge_subtokens=True, no_print=True)  # type: ignore[no-untyped-call]
    return [_tree(_with_whole_plurals(doc), vocab) for doc in docs]


def read_treebanks(corpora: Path, vocab: Vocab) -> Treebanks:
    gsd = corpora / "UD_Indonesian-GSD"
    return Treebanks(
        csui=read_treebank(corpora / "UD_Indonesian-CSUI" / "id_csui-ud-train.conllu", vocab),
        pud=read_treebank(corpora / "UD_Indonesian-PUD" / "id_pud-ud-test.conllu", vocab),
        gsd_dev=read_treebank(gsd / "id_gsd-ud-dev.conllu", vocab),
        gsd_old=read_treebank(gsd / "r2.1" / "id-ud-train.conllu", vocab),
        gsd_old_dev=read_treebank(gsd / "r2.1" / "id-ud-dev.conllu", vocab),
    )


def _with_whole_plurals(doc: Doc) -> Doc:
    """The old GSD writes `anak` `-` `anak` as three tokens (`compound:plur`); today they are one."""
    plurals = [doc[t.head.i : t.i + 1] for t in doc if t.dep_ == "compound:plur" and 0 < t.i - t.head.i <= 2]
    with doc.retokenize() as retokenizer:
        for span in filter_spans(plurals):
            retokenizer.merge(span, attrs={"POS": span.root.pos_})
    return doc


def _tree(doc: Doc, vocab: Vocab) -> Doc:
    """A copy with tags, lemmas and tree alone: names stay open, so that a treebank does not teach that there are none."""
    return Doc(
        vocab,
        words=[t.text for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        pos=[t.pos_ for t in doc],
        lemmas=[t.lemma_ for t in doc],
        deps=[t.dep_ for t in doc],
        heads=[t.head.i for t in doc],
    )


def _keys(token: Token) -> list[Key]:
    """What a new label may depend on, the narrowest key first: the word itself in a closed class, its head, a `yang`."""
    own = token.pos_, token.dep_
    keys: list[Key] = [(*own, token.head.pos_, str(any(c.lower_ == "yang" for c in token.children))), own]
    if token.pos_ in CLOSED:
        keys = [(*own, token.lower_, token.head.pos_), (*own, token.lower_), *keys]
    return keys


class RelabellingMap:
    """Old labels to new ones, by the majority of the sentences that exist in both annotations."""

    def __init__(self, old: Iterable[Doc], new: Iterable[Doc]) -> None:
        counts: dict[Key, Counter[Label]] = defaultdict(Counter)
        for before, after in zip(old, new, strict=True):
            if [t.text for t in before] == [t.text for t in after]:
                for token, target in zip(before, after, strict=True):
                    for key in _keys(token):
                        counts[key][target.pos_, target.dep_] += 1
        self._labels = {key: min(found.items(), key=lambda c: (-c[1], c[0]))[0] for key, found in counts.items()}

    def relabel(self, doc: Doc) -> Doc:
        """A copy with new tags and relations; heads stay, and so does the root."""
        labels = [self._label(token) for token in doc]
        return Doc(
            doc.vocab,
            words=[t.text for t in doc],
            spaces=[bool(t.whitespace_) for t in doc],
            pos=[pos for pos, _ in labels],
            deps=[dep for _, dep in labels],
            heads=[t.head.i for t in doc],
        )

    def _label(self, token: Token) -> Label:
        known = (self._labels[key] for key in _keys(token) if key in self._labels)
        pos, dep = next(known, (token.pos_, token.dep_))
        is_root = token.head.i == token.i
        if is_root != (dep == "ROOT"):
            return pos, "ROOT" if is_root else "dep"
        return pos, dep


@dataclass(frozen=True, slots=True)
class Agreement:
    """Share of tokens whose tag (`upos`), or head and relation (`las`), are those of today's annotation."""

    upos: float
    las: float


def agreement(docs: Iterable[Doc], current: Iterable[Doc]) -> Agreement:
    """How far `docs` agree with the same sentences in today's annotation; sentences cut differently are left out."""
    tokens = tags = attached = 0
    for doc, target in zip(docs, current, strict=True):
        if [t.text for t in doc] != [t.text for t in target]:
            continue
        for a, b in zip(doc, target, strict=True):
            tokens += 1
            tags += a.pos_ == b.pos_
            attached += a.head.i == b.head.i and a.dep_ == b.dep_
    return Agreement(upos=round(100 * tags / tokens, 2), las=round(100 * attached / tokens, 2))
