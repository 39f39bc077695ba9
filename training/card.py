"""The model card: what the model is for, how well it does, where it fails."""

from __future__ import annotations

from typing import Any

CARD = """# {name} {version}

An Indonesian pipeline for news of local government: tags (UPOS), dependency tree, names (PER, ORG, LOC), lemmas. Tokens and
sentence boundaries are set by the rules of Simpul before it. spaCy {spacy}; made by `make model`; licence CC BY-SA 4.0
(LICENSE), corpora in NOTICE.

## Use

It fills what registers and rules leave, above all names of persons that stand beside no post and no title. It is loaded with
Simpul, without network. It is not meant to decide about persons, and its names alone are no evidence: each claim of the graph
points to a sentence.

## Scores

Held out: every tenth sentence of CSUI (it has no development part), the even development sentences of GSD (the map for the old
annotation was learned on the odd ones), the development parts of the name corpora. The shipped model was then trained the same
way on everything, so its own scores on these parts would say nothing. Attachment leaves punctuation out.

| | UPOS | UAS | LAS | sentences F |
|---|---|---|---|---|
{trees}

| names, P / R / F | all | PER | ORG | LOC |
|---|---|---|---|---|
{names}

"without" is the same training without the written sentences and headline copies of `training/augment.py`.

Sentence boundaries in texts of ten sentences joined by spaces; the treebanks take some sentences with a stop inside direct
speech as one, the rules cut there. Lemmas on held-out CSUI (look-up of the other sentences, then affixes): {lemmas} %.
The old GSD annotation agrees with that of today at UPOS {old_upos}, LAS {old_las}; through the map at {new_upos}, {new_las}.

## Limits

Trained on 10,000 sentences of economic and national news, wiki and web text from before 2020, and on written ones. Agencies
of local government, names of one word, lists of names and headlines are its weak places; names carry no titles and degrees.
"""


def model_card(name: str, version: str, spacy: str, scores: dict[str, Any]) -> str:
    """The card with the scores of the run."""
    best, plain = scores["with"], scores["without"]
    trees = [
        f"| {bank}{note} | {found['upos']} | {found['uas']} | {found['las']} | {found['sentences']} |"
        for bank in ("CSUI", "GSD")
        for note, found in (("", best[bank]), (", without", plain[bank]))
    ]
    names = [
        f"| {corpus}{note} | " + " | ".join(_prf(found[label]) for label in ("all", "PER", "ORG", "LOC")) + " |"
        for corpus in ("idner-2k", "nergrit")
        for note, found in (("", best[corpus]), (", without", plain[corpus]))
    ]
    old, new = scores["relabelling"]["old"], scores["relabelling"]["mapped"]
    return CARD.format(
        name=name,
        version=version,
        spacy=spacy,
        trees="\n".join(trees),
        names="\n".join(names),
        lemmas=scores["lemmas"],
        old_upos=old["upos"],
        old_las=old["las"],
        new_upos=new["upos"],
        new_las=new["las"],
    )


def _prf(scores: dict[str, float]) -> str:
    return f"{scores['p']} / {scores['r']} / {scores['f']}"
