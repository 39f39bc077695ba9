"""The Indonesian pipeline: the tokenizer and sentences of the genre."""

from __future__ import annotations

from functools import cache

import spacy
from spacy.language import Language

from graph.extraction import sentences, tokenizer  # noqa: F401  (they register what the pipeline names)


@cache
def nlp() -> Language:
    """The pipeline, one per process."""
    language = spacy.blank("id", config={"nlp": {"tokenizer": {"@tokenizers": "simpul.news_tokenizer.v1"}}})
    language.add_pipe("news_sentences")
    return language
