"""What an article states, as plain frozen data.

An `ArticleFacts` holds the local entities of one article and the claims that join them. Nothing here knows of spaCy, RDF
or a store, so facts can be pickled, compared and written by hand in a test. The atom is the claim, as in followthemoney's
`statement.py`: one article states one fact in one place, and says by which rule it was read.

Before identity an entity's `key` is local to its article (`person/1`); after derivation it is an IRI of the graph. The
classes are the same on both sides, so there is one converter to RDF.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

Key = str
"""Names an entity: `person/1` inside an article, an IRI in the knowledge graph."""


class Modality(StrEnum):
    """How the article puts a claim; only `stated` and `planned` pass as facts of the tables without a mark."""

    STATED = "stated"
    PLANNED = "planned"
    HOPED = "hoped"
    DENIED = "denied"
    CONDITIONAL = "conditional"
    REPORTED = "reported"


class Certainty(StrEnum):
    """How the system came to a claim: read off the text, inferred from it, or one of several readings."""

    STATED = "stated"
    INFERRED = "inferred"
    AMBIGUOUS = "ambiguous"


class Status(StrEnum):
    """Whether an event is said to have happened."""

    HELD = "held"
    ANNOUNCED = "announced"
    CANCELLED = "cancelled"


class Role(StrEnum):
    """What a participant did at an event; the table's words."""

    LEADS = "leads"
    ATTENDS = "attends"
    SPEAKS = "speaks"
    ORGANISES = "organises"
    REPRESENTS = "represents"
    RECEIVES = "receives"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters of the article's text, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A date as far as the article settles it.

    `value` is as much of an ISO 8601 date as the text tells (`2024-01-30`, `2024-01`, `2024`), `--01-09` (xsd:gMonthDay) where
    only the year is open, and empty where nothing is known. `candidates` are the years that the article leaves possible,
    `basis` says how a year was inferred (`weekday`, `dateline`, `publication`, `article years`, `season`), empty where it is
    written.
    """

    value: str = ""
    end: str = ""
    weekday: str = ""
    candidates: tuple[str, ...] = ()
    basis: str = ""
    misprint: bool = False
    """The weekday written does not fit the date written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Something an article speaks of. `names` are the other forms in use, `mentions` where it is named."""

    type: ClassVar[str]
    key: Key
    name: str = ""
    names: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Entity):
    """A person; without a name where the article gives only the post (`Wali Kota Magelang`)."""

    type: ClassVar[str] = "person"
    honorifics: tuple[str, ...] = ()
    degrees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization(Entity):
    """A body. `kind` is an id of the register of kinds, `area` whose body it is (`area/1`), `part_of` the body above it."""

    type: ClassVar[str] = "organization"
    kind: str = ""
    area: Key | None = None
    part_of: Key | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Area(Entity):
    """An administrative area. `code` is the kode wilayah where the register and the article's region settle it."""

    type: ClassVar[str] = "area"
    kind: str = ""
    code: str = ""
    candidates: tuple[str, ...] = ()
    within: Key | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Program(Entity):
    """A named public programme, aid, service or application."""

    type: ClassVar[str] = "program"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Entity):
    """Something that took place or is announced. `kind` is a label of the register of event kinds."""

    type: ClassVar[str] = "event"
    kind: str = ""
    date: Date = field(default_factory=Date)
    venue: str = ""
    area: Key | None = None
    status: Status = Status.HELD


@dataclass(frozen=True, slots=True, kw_only=True)
class Regulation(Entity):
    """A law, regulation or decree; `name` is its title as cited, `kind` an id of the register."""

    type: ClassVar[str] = "regulation"
    kind: str = ""
    number: str = ""
    year: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One article states one fact in one place: `span` is the evidence, at most 400 characters beside a quotation."""

    table: ClassVar[str]
    span: Span
    rule: str
    modality: Modality = Modality.STATED
    certainty: Certainty = Certainty.STATED


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldsPost(Claim):
    """`post` is the rank in standard spelling (`Kepala Dinas`), `title` the post as written, `acting` `Plt.`, `Pj.` or none."""

    table: ClassVar[str] = "posts"
    person: Key
    post: str
    title: str = ""
    body: Key | None = None
    acting: str = ""
    former: bool = False
    date: Date = field(default_factory=Date)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesOrganization(Claim):
    table: ClassVar[str] = "organizations"
    organization: Key


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesArea(Claim):
    table: ClassVar[str] = "places"
    area: Key


@dataclass(frozen=True, slots=True, kw_only=True)
class RunsProgram(Claim):
    """A programme, and the body that runs it where the text says so."""

    table: ClassVar[str] = "programs"
    program: Key
    body: Key | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TookPlace(Claim):
    table: ClassVar[str] = "events"
    event: Key


@dataclass(frozen=True, slots=True, kw_only=True)
class TookPart(Claim):
    table: ClassVar[str] = "participants"
    event: Key
    participant: Key
    role: Role
    represents: Key | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(Claim):
    """Speech. `quote` is the stretch between the quotation marks, marks excluded; reported speech is `direct=False`.

    The speaker is a person (perhaps one without a name, who has a post) or an organisation; None where nobody is named.
    """

    table: ClassVar[str] = "statements"
    speaker: Key | None
    quote: Span
    cue: str = ""
    direct: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured(Claim):
    """A number that measures something. `value` is a plain decimal number as text, so that it stays exact.

    `measure` is what is counted, as written; `concept` an id of the register of measures or empty; `subject` whose figure it
    is, as an entity where there is one, else `subject_text`. `per` is the other side of a rate (`10 kg per keluarga`).
    """

    table: ClassVar[str] = "figures"
    measure: str
    value: str
    unit: str = ""
    concept: str = ""
    subject: Key | None = None
    subject_text: str = ""
    period: str = ""
    per: str = ""
    target: bool = False
    claimed_by: Key | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cites(Claim):
    table: ClassVar[str] = "regulations"
    regulation: Key


CLAIMS: tuple[type[Claim], ...] = (
    HoldsPost,
    NamesOrganization,
    NamesArea,
    RunsProgram,
    TookPlace,
    TookPart,
    Said,
    Measured,
    Cites,
)
ENTITIES: tuple[type[Entity], ...] = (Person, Organization, Area, Program, Event, Regulation)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFacts:
    """Everything one article states. `article` is the hash of its text; `region` the area it is about, with its evidence."""

    article: str
    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()
    region: Key | None = None
    region_span: Span | None = None
    published: str = ""
    """Publication date as far as the page or `metadata.csv` gives it: a partial ISO date."""
    context_years: tuple[str, ...] = ()
    """Years that the article's own words make possible, for derivation across articles."""
