"""`python -m training CORPORA`: train the model, score it, and put it where the project loads it from."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from typing import Any

import spacy
from spacy.tokens import Doc

from graph.extraction.language import HASHES, MODEL, blank
from training.card import model_card
from training.corpus import SEED, Split, augmented, grouped, names, trees, write
from training.lemma_table import lemma_accuracy, lemma_table, write_lemmas
from training.name_corpora import read_name_corpora
from training.score import name_scores, sentence_score, tree_scores
from training.treebanks import RelabellingMap, Treebanks, agreement, read_treebanks

HERE = Path(__file__).parent
NAME, VERSION = "simpul_news", "1.0.0"
PROCESSES = 2
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}
"""Sums of many threads differ in the last bit from run to run; two processes of one thread each do not."""


def main(corpora: Path) -> None:
    """Train three pipelines: without and with written sentences on all but the held-out part, then the one that ships."""
    nlp = blank()
    banks, name_corpora = read_treebanks(corpora, nlp.vocab), read_name_corpora(corpora, nlp.vocab)
    part, whole = trees(banks, hold_out=True), trees(banks, hold_out=False)
    part_names, whole_names = names(name_corpora, hold_out=True), names(name_corpora, hold_out=False)
    with tempfile.TemporaryDirectory() as work:
        data = Path(work)
        write([doc for docs in {**part.held_out, **part_names.held_out}.values() for doc in docs[:60]], data / "dev.spacy")
        runs = {
            "whole": (whole, whole_names, True),
            "with": (part, part_names, True),
            "without": (part, part_names, False),
        }
        for name, (tree_split, name_split, is_augmented) in runs.items():
            write(training_documents(tree_split, name_split, is_augmented=is_augmented), data / f"{name}.spacy")
        with ThreadPoolExecutor(PROCESSES) as pool:
            list(pool.map(lambda name: train(data, name), runs))
        scores: dict[str, Any] = {name: score(data / name / "model-last", part, part_names) for name in ("with", "without")}
        scores["relabelling"] = relabelling_scores(banks)
        seen = [doc for i, doc in enumerate(banks.csui) if i % 10 != 9]
        scores["sentences"] = hashlib.sha256((data / "whole.spacy").read_bytes()).hexdigest()
        scores["lemmas"] = lemma_accuracy(lemma_table(seen + banks.pud), part.held_out["CSUI"])
        ship(data / "whole" / "model-last", lemma_table(banks.csui + banks.pud + banks.gsd_dev), scores)


def training_documents(tree_split: Split, name_split: Split, *, is_augmented: bool) -> list[Doc]:
    """All documents of a run in the order of training."""
    name_docs = name_split.train + (augmented(name_split.train, blank()) if is_augmented else [])
    docs = grouped(tree_split.train, Random(SEED)) + grouped(name_docs, Random(SEED))
    Random(SEED).shuffle(docs)
    return docs


def train(data: Path, name: str) -> None:
    """One run in a process of its own."""
    paths = [str(data / f"{name}.spacy"), str(data / "dev.spacy"), str(data / name)]
    environment = {**os.environ, **ONE_THREAD, "PYTHONPATH": str(HERE.parent)}
    subprocess.run([sys.executable, "-m", "training.run", *paths], check=True, env=environment, stdout=sys.stderr)


def score(path: Path, tree_split: Split, name_split: Split) -> dict[str, Any]:
    """All scores of a pipeline on what was held out of its training."""
    nlp = spacy.load(path)
    banks = {name: {**tree_scores(nlp, docs), "sentences": sentence_score(docs)} for name, docs in tree_split.held_out.items()}
    return banks | {name: name_scores(nlp, docs) for name, docs in name_split.held_out.items()}


def relabelling_scores(banks: Treebanks) -> dict[str, dict[str, float]]:
    """Agreement of the old GSD annotation with today's on the even development sentences, as it was and through the map."""
    old, new = banks.gsd_old_dev[1::2], banks.gsd_dev[1::2]
    map_ = RelabellingMap(banks.gsd_old_dev[::2], banks.gsd_dev[::2])
    before, after = agreement(old, new), agreement([map_.relabel(doc) for doc in old], new)
    return {"old": {"upos": before.upos, "las": before.las}, "mapped": {"upos": after.upos, "las": after.las}}


def ship(trained: Path, lemmas: dict[str, str], scores: dict[str, Any]) -> None:
    """Write pipeline, look-up, scores, card and hashes into the model's folder."""
    nlp = spacy.load(trained)
    nlp.meta.update({"name": NAME, "version": VERSION, "license": "CC BY-SA 4.0", "performance": {}})
    nlp.config["paths"] = {"train": None, "dev": None, "vectors": None, "init_tok2vec": None}
    shutil.rmtree(MODEL / "pipeline", ignore_errors=True)
    nlp.to_disk(MODEL / "pipeline", exclude=["vocab", "tokenizer"])
    write_lemmas(lemmas, MODEL / "lemmas.tsv")
    (MODEL / "scores.json").write_text(json.dumps(scores, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    (MODEL / "README.md").write_text(model_card(NAME, VERSION, nlp.meta["spacy_version"], scores), encoding="utf-8")
    files = sorted(path for path in MODEL.rglob("*") if path.is_file() and path.name not in {HASHES, "__init__.py"})
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(MODEL).as_posix()}" for path in files]
    (MODEL / HASHES).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit("name the folder of the corpora: make model CORPORA=../shared/corpora")
    main(Path(sys.argv[1]))
