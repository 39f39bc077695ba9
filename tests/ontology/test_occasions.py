"""The registers of events, speech and modality: every word has one meaning, every value is known to the code."""

from __future__ import annotations

from collections import Counter

import pytest

from graph.facts import Modality, Role
from ontology.modality_cues import modality_cues
from ontology.occasions import event_kinds, participation_cues, venue_words
from ontology.speech_verbs import speech_cues, speech_verbs

KINDS = {"Rapat Koordinasi", "Musrenbang", "Penandatanganan", "Penyaluran Bantuan", "Peninjauan", "Pelantikan", "Lainnya"}


def test_the_kinds_of_the_tables_are_there() -> None:
    assert {kind.kind for kind in event_kinds()} >= KINDS


@pytest.mark.parametrize("forms", ["nouns", "verbs"])
def test_a_word_names_one_kind_of_event(forms: str) -> None:
    counted = Counter(form for kind in event_kinds() for form in getattr(kind, forms))
    assert [form for form, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("use", ["hold", "attendance", "beside", "with", "acting"])
def test_roles_are_known(use: str) -> None:
    assert set(participation_cues(use).values()) <= set(Role)
    assert all(participation_cues(use).values())


def test_modalities_are_known() -> None:
    assert set(modality_cues().values()) <= {*Modality, "none"}


@pytest.mark.parametrize("kind", ["place", "end"])
def test_venue_words(kind: str) -> None:
    assert venue_words(kind)


@pytest.mark.parametrize(
    "kind",
    ["title", "link", "pronoun", "preposition", "companion", "owned", "subordinate", "turn", "pointing", "somebody"],
)
def test_speech_cues(kind: str) -> None:
    assert speech_cues(kind)


def test_a_text_speaks_with_words_of_its_own() -> None:
    of_texts = {word for verb in speech_verbs() if verb.document for word in verb.after}
    of_people = {word for verb in speech_verbs() if not verb.document for word in verb.after}
    assert of_texts
    assert not of_texts & of_people
