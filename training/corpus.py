"""The training and held-out documents of one run, written as spaCy's binary files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from training.augment import Writer, recased_some
from training.name_corpora import NameCorpora
from training.treebanks import RelabellingMap, Treebanks

SEED = 20
WRITTEN = 4000
"""Sentences made from patterns: about as many as the name corpora hold."""
WEIGHTS = {"csui": 3, "pud": 2, "gsd": 1}
"""The old GSD is the largest and the least like news: alone it costs 4 LAS there, so the others are seen more often."""


@dataclass(frozen=True, slots=True)
class Split:
    """Documents to train on, and the held-out ones by the name they are scored under (none where all are trained on)."""

    train: list[Doc]
    held_out: dict[str, list[Doc]]


def tree_only(doc: Doc, vocab: Vocab) -> Doc:
    """A copy with tags and tree and nothing else: names stay open, so that the treebank does not teach that there are none."""
    return Doc(
        vocab,
        words=[t.text for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        pos=[t.pos_ for t in doc],
        deps=[t.dep_ for t in doc],
        heads=[t.head.i for t in doc],
    )


def trees(banks: Treebanks, vocab: Vocab, *, hold_out: bool) -> Split:
    """The treebanks, weighted; held out are every tenth sentence of CSUI and the even development sentences of GSD."""
    map_ = RelabellingMap(banks.gsd_old_dev[::2], banks.gsd_dev[::2])
    old = [map_.relabel(doc) for doc in banks.gsd_old]
    csui, csui_out = banks.csui, []
    gsd, gsd_out = banks.gsd_dev, []
    if hold_out:
        csui_out, csui = banks.csui[9::10], [doc for i, doc in enumerate(banks.csui) if i % 10 != 9]
        gsd_out, gsd = banks.gsd_dev[1::2], banks.gsd_dev[::2]
    weighted = csui * WEIGHTS["csui"] + banks.pud * WEIGHTS["pud"] + (gsd + old) * WEIGHTS["gsd"]
    return Split([tree_only(doc, vocab) for doc in weighted], {"CSUI": csui_out, "GSD": gsd_out})


def names(corpora: NameCorpora, *, hold_out: bool) -> Split:
    """The name corpora; held out are their development parts."""
    train = corpora.idner_train + corpora.nergrit_train
    if hold_out:
        return Split(train, {"idner-2k": corpora.idner_dev, "nergrit": corpora.nergrit_dev})
    return Split(train + corpora.idner_dev + corpora.nergrit_dev, {})


def augmented(docs: list[Doc], nlp: Language) -> list[Doc]:
    """The written sentences and the recased copies, to be added to `docs`."""
    writer = Writer(nlp, SEED)
    return [writer.sentence() for _ in range(WRITTEN)] + recased_some(docs, SEED)


def grouped(docs: list[Doc], random: Random) -> list[Doc]:
    """Documents of one to three sentences each, so that the model sees where sentences meet."""
    docs = random.sample(docs, len(docs))
    found: list[Doc] = []
    while docs:
        size = random.randint(1, 3)
        group, docs = docs[:size], docs[size:]
        found.append(Doc.from_docs(group))
    return found


def write(docs: Iterable[Doc], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(attrs=["ORTH", "SPACY", "POS", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE"], docs=docs).to_disk(path)
