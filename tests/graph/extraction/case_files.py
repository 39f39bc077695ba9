"""Reading case files, and the facts of an article as rows to compare with theirs."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from graph.extraction.pipeline import extract
from graph.facts import (
    Area,
    ArticleFacts,
    Cites,
    Claim,
    Entity,
    Event,
    HoldsPost,
    Key,
    Measured,
    NamesArea,
    NamesOrganization,
    Organization,
    Person,
    Regulation,
    RunsProgram,
    Said,
    TookPart,
    TookPlace,
)
from loaders.article import Article
from loaders.layout import lay_out


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    rule: str
    why: str
    text: str
    expected: dict[str, list[str]]


def read_case(path: Path) -> Case:
    """The case in a file; a file without a rule, a reason or an expectation is broken."""
    head, _, rest = path.read_text(encoding="utf-8").partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    text, *tables = rest.split("\n== ")
    expected = {}
    for table in tables:
        name, *rows = table.strip().splitlines()
        expected[name] = sorted(row.strip() for row in rows)
    if not expected:
        raise ValueError(f"{path}: expects nothing; add a line '== TABLE' and its rows")
    return Case(f"{path.parent.name}/{path.stem}", fields["rule"], fields["why"], text.strip(), expected)


def article_of(text: str) -> Article:
    """An article as the loaders make it from a text file."""
    layout = lay_out(text)
    return Article(
        id="case.txt#1",
        hash=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        headline=layout.headline,
        dateline=layout.dateline,
        byline=layout.byline,
        boilerplate=layout.boilerplate,
    )


def read_off(case: Case, *, off: frozenset[str] = frozenset()) -> ArticleFacts:
    return extract(article_of(case.text), off=off)


def rows_of(facts: ArticleFacts, table: str, text: str) -> list[str]:
    """The rows of one table, sorted; speech only reported is `reported`, not `statements`; `persons` are those with a name."""
    entities = {entity.key: entity for entity in facts.entities}
    if table == "persons":
        return sorted(_person(entity) for entity in facts.entities if isinstance(entity, Person) and entity.name)
    return sorted({" | ".join(_cells(claim, entities, text)).strip() for claim in facts.claims if _table(claim) == table})


def _table(claim: Claim) -> str:
    return "reported" if isinstance(claim, Said) and not claim.direct else claim.table


def _cells(claim: Claim, entities: dict[Key, Entity], text: str) -> list[str]:
    def name(key: Key | None) -> str:
        return (entities[key].name or "?") if key else "-"

    cells: dict[type[Claim], Callable[..., list[str]]] = {
        HoldsPost: lambda c: [name(c.person), c.post, name(c.body), *filter(None, [c.acting, "former" if c.former else ""])],
        NamesOrganization: lambda c: [name(c.organization), _kind(entities[c.organization])],
        NamesArea: lambda c: [name(c.area), *_area(entities[c.area])],
        RunsProgram: lambda c: [name(c.program), name(c.body)],
        TookPlace: lambda c: _event(entities[c.event]),
        TookPart: lambda c: [name(c.event), name(c.participant), str(c.role), *([name(c.represents)] if c.represents else [])],
        Said: lambda c: [name(c.speaker), " ".join(text[c.quote.start : c.quote.end].split())],
        Measured: lambda c: [c.measure, name(c.subject) if c.subject else c.subject_text or "-", c.period, c.value, c.unit],
        Cites: lambda c: _regulation(entities[c.regulation]),
    }
    return cells[type(claim)](claim)


def _kind(entity: Entity) -> str:
    return entity.kind if isinstance(entity, Organization) else ""


def _area(area: Entity) -> list[str]:
    assert isinstance(area, Area)
    return [area.kind, area.code or "-"]


def _person(person: Person) -> str:
    """Name, titles before it, degrees behind it, other forms."""
    return " | ".join([person.name, *(", ".join(group) or "-" for group in (person.honorifics, person.degrees, person.names))])


def _event(event: Entity) -> list[str]:
    assert isinstance(event, Event)
    return [event.kind, event.name, event.date.value or "-", event.venue or "-", str(event.status)]


def _regulation(entity: Entity) -> list[str]:
    assert isinstance(entity, Regulation)
    return [entity.name, entity.number, entity.year]
