"""An organisation as the grammar of organisations hands it on."""

from __future__ import annotations

from dataclasses import dataclass

from graph.extraction.areas import AreaName
from ontology.bodies import Body


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """An organisation as named at words `start`..`end`. `base` is its name without its area, up to word `base_end`, `acronym`
    the one in brackets after it, `area` the area that its name holds, `body` the register's entry; one that is `provincial`
    belongs to the province in which the article's region lies."""

    start: int
    end: int
    base: str
    kind: str
    base_end: int
    area: AreaName | None = None
    acronym: str = ""
    body: Body | None = None
    provincial: bool = False


Known = dict[str, OrganizationName]
"""Names that the article itself explains, and what they stand for: `PWRI`, `Kementerian Gizi`."""
