"""The Indonesian pipeline: the tokenizer and sentences of the genre, then the trained model where it is switched on."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import use_ops
from threadpoolctl import ThreadpoolController

from graph.errors import ModelError
from graph.extraction import sentences, tokenizer  # noqa: F401  (they register what the pipeline names)
from graph.extraction.lemmas import LemmaEntry, Lemmas
from ontology.register import read_register

MODEL = Path(__file__).parent / "model"
HASHES = "SHA256SUMS"
"""The file of the model's folder that holds the hash of every other file there, as `sha256sum` writes it."""
UNREAD = ("tagger", "parser", "news_lemmas")
"""What the rules do not ask for: on the articles with gold it changes nothing and would take two fifths of the time."""
SWITCH = "SIMPUL_MODEL"
"""Set to `off`, this variable leaves the trained model out: registers and rules then work alone."""


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """What `simpul info` names; `hash` stands for every file of the model."""

    name: str
    version: str
    hash: str


@Language.factory("news_lemmas")
def create_lemmas(nlp: Language, name: str) -> Lemmas:
    """The lemmas as a step of the pipeline, with the look-up that was made from the treebanks."""
    return Lemmas({entry.form: entry.lemma for entry in read_register(LemmaEntry, "lemmas", (MODEL,))})


def read_text(text: str) -> Doc:
    """A text as extraction reads it: tokens, sentences and the names of the model, without tags and trees.

    Raises:
        ModelError: a file of the model is missing or damaged.
    """
    return nlp()(text, disable=UNREAD)


def nlp() -> Language:
    """The pipeline, made once per process; `SIMPUL_MODEL=off` gives tokens and sentences alone.

    Raises:
        ModelError: a file of the model is missing or damaged.
    """
    return _trained() if os.environ.get(SWITCH) != "off" else blank()


def model_info(folder: Path = MODEL) -> ModelInfo:
    """Name, version and hash of the model in `folder`, after every file there was compared with its hash.

    Raises:
        ModelError: a file is missing or damaged.
    """
    hashes = _read(folder / HASHES)
    for line in hashes.decode().splitlines():
        expected, _, name = line.partition("  ")
        if hashlib.sha256(_read(folder / name)).hexdigest() != expected:
            raise ModelError(f"{folder / name}: the file is damaged (its hash is not that of the model); reinstall Simpul")
    meta = json.loads(_read(folder / "pipeline" / "meta.json"))
    return ModelInfo(name=f"{meta['lang']}_{meta['name']}", version=meta["version"], hash=hashlib.sha256(hashes).hexdigest())


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ModelError(
            f"{path}: the file of the trained model cannot be read ({error.strerror}); reinstall Simpul"
        ) from error


@cache
def _trained() -> Language:
    model_info()
    with use_ops("numpy", use_blis=False):  # numpy multiplies matrices three times as fast as spaCy's own library ...
        language = spacy.load(MODEL / "pipeline")
    ThreadpoolController().limit(limits=1, user_api="blas")  # ... but ten times as slow where threads share such small ones
    language.add_pipe("news_sentences", first=True)
    language.add_pipe("news_lemmas", last=True)
    return language


@cache
def blank() -> Language:
    """Tokens and sentences without the model."""
    language = spacy.blank("id", config={"nlp": {"tokenizer": {"@tokenizers": "simpul.news_tokenizer.v1"}}})
    language.add_pipe("news_sentences")
    return language
