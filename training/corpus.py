"""The training and held-out documents of one run, written as spaCy's binary files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from spacy.language import Language
from spacy.tokens import Doc, DocBin

from training.augment import Writer, recased_some
from training.name_corpora import NameCorpora
from training.treebanks import RelabellingMap, Treebanks

SEED = 20
WRITTEN = 2500
"""Sentences made from patterns: with 4,000, as many as the name corpora hold, names of the corpora suffer (2 F on idner-2k)."""
WEIGHTS = {"csui": 4, "pud": 2, "gsd": 1, "idner": 4, "nergrit": 1}
"""The old GSD and nergrit are the largest and the least like news: alone GSD costs 4 LAS there, so others are seen oftener."""


@dataclass(frozen=True, slots=True)
class Split:
    """Documents to train on, and the held-out ones by the name they are scored under (none where all are trained on)."""

    train: list[Doc]
    held_out: dict[str, list[Doc]]


def trees(banks: Treebanks, *, hold_out: bool) -> Split:
    """The treebanks, weighted; held out are every tenth sentence of CSUI and the even development sentences of GSD."""
    map_ = RelabellingMap(banks.gsd_old_dev[::2], banks.gsd_dev[::2])
    old = [map_.relabel(doc) for doc in banks.gsd_old]
    csui, csui_out = banks.csui, []
    gsd, gsd_out = banks.gsd_dev, []
    if hold_out:
        csui_out, csui = banks.csui[9::10], [doc for i, doc in enumerate(banks.csui) if i % 10 != 9]
        gsd_out, gsd = banks.gsd_dev[1::2], banks.gsd_dev[::2]
    weighted = csui * WEIGHTS["csui"] + banks.pud * WEIGHTS["pud"] + (gsd + old) * WEIGHTS["gsd"]
    return Split(weighted, {"CSUI": csui_out, "GSD": gsd_out})


def names(corpora: NameCorpora, *, hold_out: bool) -> Split:
    """The name corpora; held out are their development parts."""
    idner, nergrit = corpora.idner_train, corpora.nergrit_train
    if hold_out:
        held_out = {"idner-2k": corpora.idner_dev, "nergrit": corpora.nergrit_dev}
    else:
        held_out = {}
        idner, nergrit = idner + corpora.idner_dev, nergrit + corpora.nergrit_dev
    return Split(idner * WEIGHTS["idner"] + nergrit * WEIGHTS["nergrit"], held_out)


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
