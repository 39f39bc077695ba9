"""How an article puts a fact: one cue in its clause decides."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from graph.extraction.modality import modality_of
from graph.extraction.reading import Reading
from graph.facts import Modality, Span
from loaders.article import Article

CASES = {
    "Pemkab menggelar [rapat] di aula.": Modality.STATED,
    "Pemkab akan menggelar [rapat] di aula.": Modality.PLANNED,
    "Rencananya Pemkab menggelar [rapat] pekan depan.": Modality.PLANNED,
    "Bupati berharap dinas menggelar [rapat] bulanan.": Modality.HOPED,
    "Warga diharapkan mengikuti [pelatihan] itu.": Modality.HOPED,
    "Pemkab tidak menggelar [rapat] bulan ini.": Modality.DENIED,
    "Pemkab tidak akan menggelar [rapat] lagi.": Modality.DENIED,
    "Pemkab tidak hanya menggelar [rapat], tetapi juga pameran.": Modality.STATED,
    "Hujan tidak turun, Pemkab menggelar [rapat] di lapangan.": Modality.STATED,
    "Warga yang tidak hadir dalam [rapat] diundang lagi.": Modality.DENIED,
    "Jika dana cukup Pemkab menggelar [pelatihan].": Modality.CONDITIONAL,
    "Apabila hujan, Pemkab menggelar [rapat] di aula.": Modality.STATED,
    "Pejabat itu diduga menerima [bantuan] ganda.": Modality.REPORTED,
    "Ia menolak menandatangani [kesepakatan] itu.": Modality.DENIED,
}


@pytest.mark.parametrize(("marked", "expected"), CASES.items())
def test_modality(marked: str, expected: Modality) -> None:
    start = marked.index("[")
    text = marked.replace("[", "").replace("]", "")
    span = Span(start, start + marked.index("]") - start - 1)
    article = Article(id="a.txt#1", hash="0", text=text)
    reading = Reading(article=article, doc=Doc(Vocab()), sentences=[Span(0, len(text))])
    assert modality_of(reading, span) is expected
