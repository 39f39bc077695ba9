"""Scores of a trained pipeline on held-out documents."""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

from graph.extraction.language import blank

LABELS = ("PER", "ORG", "LOC")


def percent(value: float) -> float:
    return round(100 * value, 2)


def tree_scores(nlp: Language, docs: list[Doc]) -> dict[str, float]:
    """UPOS, UAS and LAS on single sentences with the tokenizer's own tokens; attachment leaves punctuation out."""
    scores = _evaluate(nlp, docs)
    return {"upos": percent(scores["pos_acc"]), "uas": percent(scores["dep_uas"]), "las": percent(scores["dep_las"])}


def name_scores(nlp: Language, docs: list[Doc]) -> dict[str, dict[str, float]]:
    """Precision, recall and F of each label and of all."""
    scores = _evaluate(nlp, docs)
    found = {"all": {"p": scores["ents_p"], "r": scores["ents_r"], "f": scores["ents_f"]}, **scores["ents_per_type"]}
    return {label: {key: percent(value) for key, value in found[label].items()} for label in ("all", *LABELS)}


def sentence_score(docs: list[Doc]) -> float:
    """F of the sentence boundaries that the rules set in texts of ten sentences joined by a space."""
    pipeline = blank()
    texts = [Doc.from_docs(docs[i : i + 10]) for i in range(0, len(docs), 10)]
    examples = [Example(pipeline(doc.text), doc) for doc in texts]
    scores = Scorer.score_spans(examples, "sents", getter=lambda doc, _: doc.sents)
    return percent(scores["sents_f"])


def _evaluate(nlp: Language, docs: list[Doc]) -> dict[str, Any]:
    return nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in docs])
