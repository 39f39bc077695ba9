"""Private citizens: named nowhere in the knowledge graph, whatever an article puts their names into."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.derive import derive
from graph.facts import (
    Cites,
    Claim,
    Date,
    Event,
    HoldsPost,
    Measured,
    Modality,
    NamesOrganization,
    Organization,
    Person,
    Program,
    Regulation,
    Role,
    RunsProgram,
    Said,
    Span,
    TookPart,
    TookPlace,
)
from graph.identity import resolve
from graph.knowledge import Knowledge

Tell = Callable[..., tuple]  # type: ignore[type-arg]

PARTS = ["Siti", "Rahayu", "Ani", "Zubaidah", "Maimunah", "Ma'mun", "Kartini", "Yasin"]
WORDS = ["menerima", "beras", "bersama", "warga", "di", "kantor", "lalu", "pulang", "kata", "dan"]
NAMES = st.lists(st.sampled_from(PARTS), min_size=1, max_size=3, unique=True).map(" ".join)


def words_of(value: object) -> list[str]:
    """Every text in a nest of dataclasses and tuples."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for item in value for text in words_of(item)]
    if is_dataclass(value):
        return [text for f in fields(value) for text in words_of(getattr(value, f.name))]
    return []


def spans_of(text: str, name: str) -> tuple[Span, ...]:
    return tuple(Span(*m.span()) for m in re.finditer(re.escape(name), text))


def named_everywhere(tell: Tell, text: str, name: str, *, post: HoldsPost | None = None) -> tuple[object, ...]:
    """An article that puts the name of its one person into everything that can hold words."""
    whole = Span(0, len(text))
    whole_name = name if " " in name else "Beras"  # in the name of a public thing only whole names are masked
    common = {"span": whole, "rule": "test"}
    claims: tuple[Claim, ...] = (
        NamesOrganization(organization="organization/1", **common),  # type: ignore[arg-type]
        RunsProgram(program="program/1", body="organization/1", **common),  # type: ignore[arg-type]
        Cites(regulation="regulation/2", **common),  # type: ignore[arg-type]
        TookPlace(event="event/1", **common),  # type: ignore[arg-type]
        TookPart(event="event/1", participant="person/1", role=Role.RECEIVES, **common),  # type: ignore[arg-type]
        Said(speaker="person/1", quote=whole, cue=f"ujar {name}", **common),  # type: ignore[arg-type]
        Measured(measure=f"beras {name}", value="1", subject_text=name, period=name, per=name, **common),  # type: ignore[arg-type]
    )
    return tell(
        text,
        Person(
            key="person/1", name=name, names=(name.split(maxsplit=1)[0],), mentions=spans_of(text, name), honorifics=("Ibu",)
        ),
        Event(
            key="event/1",
            kind="Lomba",
            name=f"Lomba {name}",
            names=(name,),
            date=Date(value="2024-01-01"),
            venue=f"rumah {name}",
        ),
        Program(key="program/1", name=f"Bantuan {whole_name}", names=(whole_name,)),
        Organization(key="organization/1", name=f"Yayasan {whole_name}", kind="yayasan", area="area/0"),
        Regulation(key="regulation/2", kind="keputusan", name=f"SK tentang {whole_name}"),
        Regulation(key="regulation/1", kind="perda", number="1", year="2020", subject=f"perihal {name}"),
        claims=claims if post is None else (*claims, post),
        url=f"https://berita.example/{name.lower().replace(' ', '-')}-menerima-beras",
    )


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=NAMES, words=st.lists(st.sampled_from(WORDS), max_size=8), places=st.lists(st.integers(0, 8), min_size=1, max_size=4)
)
def test_no_part_of_a_citizens_name_is_left(tell: Tell, name: str, words: list[str], places: list[int]) -> None:
    told = list(words)
    for n, place in enumerate(places):
        told.insert(place, name if n % 2 == 0 else name.split()[n % len(name.split())])
    articles = [named_everywhere(tell, " ".join(told), name)]
    knowledge = derive(articles, resolve(articles))
    text = "\n".join(words_of(knowledge))
    left = [part for part in name.split() if re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text, re.IGNORECASE)]
    assert left == []
    assert "warga 1" in text
    assert len(knowledge.citizens) == 1


POST = HoldsPost(span=Span(0, 1), rule="test", person="person/1", post="Lurah", body="organization/1")


@pytest.mark.parametrize(
    ("modality", "named"),
    [
        (Modality.STATED, True),
        (Modality.PLANNED, True),
        (Modality.REPORTED, True),
        (Modality.HOPED, False),
        (Modality.DENIED, False),
        (Modality.CONDITIONAL, False),
    ],
)
def test_who_is_said_to_hold_a_post_is_named(tell: Tell, modality: Modality, named: bool) -> None:
    post = HoldsPost(span=Span(0, 1), rule="test", person="person/1", post="Lurah", body="organization/1", modality=modality)
    articles = [named_everywhere(tell, "Siti Rahayu datang", "Siti Rahayu", post=post)]
    assert ("Siti Rahayu" in words_of(derive(articles, resolve(articles)))) is named


def person_labels(knowledge: Knowledge) -> list[str]:
    return sorted(entity.name for entity in knowledge.entities if isinstance(entity, Person))


def test_an_official_of_one_article_is_named_in_the_others(tell: Tell) -> None:
    speech = Said(span=Span(0, 1), rule="test", speaker="person/1", quote=Span(0, 1))
    visitor = tell("Siti Rahayu datang.", Person(key="person/1", name="Siti Rahayu", mentions=(Span(0, 11),)), claims=(speech,))
    office = Organization(key="organization/1", name="Kelurahan Ganjar", area="area/0")
    official = tell("Lurah Siti Rahayu", Person(key="person/1", name="Siti Rahayu"), office, claims=(POST,))
    alone, both = ([visitor], [visitor, official])
    assert person_labels(derive(alone, resolve(alone))) == ["warga 1"]
    assert person_labels(derive(both, resolve(both))) == ["Siti Rahayu"]


def test_a_citizen_of_two_articles_is_two_pseudonyms(tell: Tell) -> None:
    person = Person(key="person/1", name="Siti Rahayu", mentions=(Span(0, 11),))
    articles = [tell("Siti Rahayu datang.", person), tell("Siti Rahayu pulang.", person)]
    knowledge = derive(articles, resolve(articles))
    assert person_labels(knowledge) == ["warga 1", "warga 1"]
    assert sorted(knowledge.citizens) == sorted(f"urn:simpul:person/warga/{facts.article[:16]}-1" for _, facts in articles)


def test_citizens_are_numbered_by_first_mention(tell: Tell) -> None:
    late = Person(key="person/1", name="Yasin", mentions=(Span(12, 17),))
    early = Person(key="person/2", name="Maimunah", mentions=(Span(0, 8),))
    articles = [tell("Maimunah dan Yasin", late, early)]
    iris = resolve(articles).citizens
    digest = articles[0][1].article
    assert iris == {(digest, "person/1"): 2, (digest, "person/2"): 1}


def test_the_old_iri_of_a_citizen_is_not_kept(tell: Tell) -> None:
    article = tell("Siti Rahayu datang.", Person(key="person/1", name="Siti Rahayu", mentions=(Span(0, 11),)))
    before = [("urn:simpul:person/siti-rahayu-18.72-1", article[1].article, "person/1")]
    assert derive([article], resolve([article]), previous=before).replaced == ()


def test_who_acts_for_a_body_is_named(tell: Tell) -> None:
    part = TookPart(
        span=Span(0, 1), rule="test", event="event/1", participant="person/1", role=Role.REPRESENTS, represents="organization/1"
    )
    person = Person(key="person/1", name="Siti Rahayu", mentions=(Span(0, 11),))
    body = Organization(key="organization/1", name="Forum Warga", kind="asosiasi")
    articles = [tell("Siti Rahayu hadir.", person, body, Event(key="event/1", kind="Rapat"), claims=(part,))]
    assert person_labels(derive(articles, resolve(articles))) == ["Siti Rahayu"]


def test_a_mention_that_is_no_part_of_the_name_is_masked(tell: Tell) -> None:
    text = "Si Mbok Yem pulang."
    claim = NamesOrganization(span=Span(0, len(text)), rule="test", organization="organization/1")
    person = Person(key="person/1", name="Siti Rahayu", mentions=(Span(3, 11),))
    articles = [tell(text, person, Organization(key="organization/1", name="Forum"), claims=(claim,))]
    (fact,) = derive(articles, resolve(articles)).facts
    assert fact.claims[0].evidence == "Si ⟦warga 1⟧ pulang."


def test_the_place_of_an_article_is_masked(tell: Tell) -> None:
    article, facts = tell("Siti Rahayu pulang.", Person(key="person/1", name="Siti Rahayu"))
    told = [(replace(article, place="Rumah Siti Rahayu"), facts)]
    (source,) = derive(told, resolve(told)).sources
    assert (source.place, source.headline) == ("Rumah ⟦warga 1⟧", "⟦warga 1⟧ pulang.")
