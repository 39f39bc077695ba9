"""The nine tables: one row per fact and article, read from the knowledge graph, for a spreadsheet and for the scorer.

The first columns are a contract (article, what the fact says, evidence); more follow. Without `every` a table holds what
its articles state or plan; with it also what they hope, deny, make conditional or report, each row with its modality.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from pyoxigraph import NamedNode, QuerySolution, QuerySolutions, Store

from graph.facts import Modality
from ontology.namespaces import PREFIXES

Row = dict[str, str]

SHOWN = (Modality.STATED, Modality.PLANNED)
NUMBERS = ("value", "confidence")
FLAGS = ("former", "target", "direct")
"""Columns whose cells are decimal numbers, and those that hold `true`, `false` or nothing; all others hold text."""

LAST = ("modality", "certainty", "confidence", "rule", "fact")
NUMBER = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Table:
    """`columns` between `article` and `evidence`, `more` after it, and the pattern that binds them about `?fact`."""

    columns: tuple[str, ...]
    pattern: str
    more: tuple[str, ...] = ()

    @property
    def header(self) -> tuple[str, ...]:
        return ("article", *self.columns, "evidence", *self.more, *LAST)


TABLES: dict[str, Table] = {
    "posts": Table(
        ("person", "post", "body"),
        """?fact a org:Membership ; org:member ?who ; org:role/rdfs:label ?post . ?who rdfs:label ?person
           FILTER(LANG(?post) = "id") FILTER NOT EXISTS { ?who simpul:unnamed true }
           FILTER NOT EXISTS { ?claim simpul:completed ?how FILTER(STRSTARTS(?how, "person:")) }
           OPTIONAL { ?fact org:organization/rdfs:label ?body } OPTIONAL { ?fact simpul:acting ?acting }
           OPTIONAL { ?fact simpul:former ?former } OPTIONAL { ?fact simpul:firstAttested ?first_attested }
           OPTIONAL { ?fact simpul:lastAttested ?last_attested } OPTIONAL { ?fact simpul:notAfter ?not_after }""",
        ("acting", "former", "first_attested", "last_attested", "not_after"),
    ),
    "organizations": Table(
        ("name", "kind"),
        """?fact a simpul:OrganizationMention ; simpul:organization ?it . ?it rdfs:label ?name
           OPTIONAL { ?it org:classification/rdfs:label ?kind FILTER(LANG(?kind) = "id") }
           OPTIONAL { ?it schema:areaServed/rdfs:label ?area }""",
        ("area",),
    ),
    "places": Table(
        ("name", "kind"),
        """?fact a simpul:AreaMention ; simpul:area ?it . ?it rdfs:label ?name
           OPTIONAL { ?it org:classification/rdfs:label ?label FILTER(LANG(?label) = "id") BIND(LCASE(?label) AS ?kind) }
           OPTIONAL { ?it skos:notation ?code }""",
        ("code",),
    ),
    "programs": Table(
        ("program", "body"),
        """?fact a simpul:Provision ; simpul:program/rdfs:label ?program
           OPTIONAL { ?fact simpul:organization/rdfs:label ?body }""",
    ),
    "events": Table(
        ("event", "kind", "date", "venue"),
        """?fact a simpul:Occurrence ; simpul:event ?it . ?it rdfs:label ?event
           OPTIONAL { ?it sem:eventType/rdfs:label ?kind FILTER(LANG(?kind) = "id") }
           OPTIONAL { ?it sem:hasTimeStamp ?date } OPTIONAL { ?it simpul:endDate ?end_date }
           OPTIONAL { ?it sem:hasPlace/rdfs:label ?venue } OPTIONAL { ?it simpul:area/rdfs:label ?area }
           OPTIONAL { ?it simpul:status/rdfs:label ?status FILTER(LANG(?status) = "id") }""",
        ("end_date", "area", "status"),
    ),
    "participants": Table(
        ("event_kind", "event_date", "participant", "role"),
        """?fact a simpul:Participation ; simpul:event ?event ; simpul:participant/rdfs:label ?participant ;
             simpul:participationRole ?role
           OPTIONAL { ?event sem:eventType/rdfs:label ?event_kind FILTER(LANG(?event_kind) = "id") }
           OPTIONAL { ?event sem:hasTimeStamp ?event_date } OPTIONAL { ?fact simpul:represents/rdfs:label ?represents }""",
        ("represents",),
    ),
    "statements": Table(
        ("speaker", "quote"),
        """?fact a schema:Quotation ; simpul:direct ?direct OPTIONAL { ?fact schema:text ?quote }
           OPTIONAL { ?fact schema:creator/rdfs:label ?speaker } OPTIONAL { ?fact simpul:inPost ?in_post }
           OPTIONAL { ?fact simpul:cue ?cue }""",
        ("in_post", "cue", "direct"),
    ),
    "figures": Table(
        ("measure", "subject", "period", "value", "unit"),
        """?fact a qb:Observation ; simpul:measureText ?measure ; simpul:value ?value
           OPTIONAL { ?fact simpul:subject/rdfs:label ?entity } OPTIONAL { ?fact simpul:subjectText ?words }
           BIND(COALESCE(?entity, ?words) AS ?subject)
           OPTIONAL { ?fact simpul:period ?period } OPTIONAL { ?fact simpul:unit ?unit } OPTIONAL { ?fact simpul:per ?per }
           OPTIONAL { ?fact simpul:target ?target } OPTIONAL { ?fact simpul:claimedBy/rdfs:label ?claimed_by }""",
        ("per", "target", "claimed_by"),
    ),
    "regulations": Table(
        ("title", "number", "year"),
        """?fact a simpul:Citation ; simpul:regulation ?it . ?it rdfs:label ?title
           OPTIONAL { ?it eli:id_local ?number } OPTIONAL { ?it simpul:year ?year } OPTIONAL { ?it eli:title ?subject }""",
        ("subject",),
    ),
}

CLAIM = """?claim simpul:states ?fact ; simpul:article ?source ; simpul:evidence ?place ; simpul:rule ?rule ;
             simpul:modality ?modality ; simpul:certainty ?certainty . ?source schema:identifier ?article .
           ?place oa:hasSelector ?words_at , ?place_at . ?words_at oa:exact ?evidence . ?place_at oa:start ?start
           OPTIONAL { ?claim simpul:confidence ?confidence }"""


def rows(store: Store, name: str, *, every: bool = False) -> list[Row]:
    """The rows of table `name`, in order of article and place. Of several claims of one fact in one article the clearest
    gives the evidence: stated before planned before the rest, read off the text before inferred, the first in the article.
    """
    table = TABLES[name]
    prefixes = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
    found = cast("QuerySolutions", store.query(f"{prefixes}SELECT * WHERE {{ {table.pattern} {CLAIM} }}"))
    best: dict[tuple[str, str], tuple[tuple[int, int, int, str], QuerySolution]] = {}
    for solution in found:
        rank = _rank(solution)
        key = (solution["fact"].value, solution["article"].value)
        if key not in best or rank < best[key][0]:
            best[key] = (rank, solution)
    made = [(rank[2], _row(table, solution)) for rank, solution in best.values()]
    made.sort(key=lambda entry: (_natural(entry[1]["article"]), entry[0], tuple(entry[1].values())))
    return [row for _, row in made if every or _shown(row)]


def _rank(solution: QuerySolution) -> tuple[int, int, int, str]:
    modality, certainty = _word(solution["modality"]), _word(solution["certainty"])
    order = list(Modality)
    return order.index(Modality(modality)), int(certainty != "stated"), int(solution["start"].value), solution["claim"].value


def _row(table: Table, solution: QuerySolution) -> Row:
    """A solution as the cells of its table; what the graph does not say is empty."""
    cells = {column: _cell(solution[column]) for column in table.header}
    return cells | {"fact": solution["fact"].value}


def _cell(term: object) -> str:
    """A literal as its text, a concept as its word. A date whose year is open (`--01-09`) is empty: it is not guessed."""
    if term is None:
        return ""
    text = _word(term) if isinstance(term, NamedNode) else str(getattr(term, "value", term))
    return "" if text.startswith("--") else text


def _word(concept: object) -> str:
    """`base concept/modality/stated` -> `stated`."""
    return str(getattr(concept, "value", concept)).rsplit("/", 1)[-1]


def _shown(row: Row) -> bool:
    return row["modality"] in SHOWN and row.get("direct", "true") == "true"


def _natural(article: str) -> tuple[tuple[int, str], ...]:
    """`a.txt#10` after `a.txt#9`: the runs of digits compare as numbers."""
    return tuple((int(part), "") if part.isdigit() else (0, part) for part in NUMBER.split(article))
