"""What a person has decided about two entities: `judgements.tsv`, read at every build and never written by one.

Columns: a, b, judgement (same, different or unsure), who, why, date. An entity is named as `PATH#N person/1` (article and
local key, as the review queue prints it), as `PATH#N person/NAME` (which outlives a change of the extraction), or by the IRI
that the last build gave it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import SimpulError
from graph.identity.local import Ref, Report
from graph.identity.matching import Judgement

COLUMNS = ("a", "b", "judgement", "who", "why", "date")


@dataclass(frozen=True, slots=True)
class Judged:
    """One line of the file; `line` is its number."""

    a: str
    b: str
    judgement: Judgement
    who: str = ""
    why: str = ""
    date: str = ""
    line: int = 0


def read_judgements(path: Path) -> tuple[Judged, ...]:
    """The judgements of a file, none where there is no file.

    Raises:
        SimpulError: the file is not UTF-8, or a line of it is not a judgement; it names file and line.
    """
    if not path.exists():
        return ()
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise SimpulError(f"{path}: is not UTF-8 ({error.reason}); save it as UTF-8") from error
    rows = [(n, [cell.strip() for cell in line.split("\t")]) for n, line in enumerate(lines, 1)]
    return tuple(
        _judged(path, n, cells) for n, cells in rows if any(cells) and not cells[0].startswith("#") and cells[:2] != ["a", "b"]
    )


def _judged(path: Path, line: int, cells: list[str]) -> Judged:
    if not 3 <= len(cells) <= len(COLUMNS):
        raise SimpulError(f"{path}, line {line}: {len(cells)} cells; write {', '.join(COLUMNS)}, separated by tabs")
    a, b, word, who, why, date = cells + [""] * (len(COLUMNS) - len(cells))
    if not a or not b or a == b:
        raise SimpulError(f"{path}, line {line}: a and b must name two entities, like 'berita/a.txt#1 person/2'")
    if word not in list(Judgement):
        raise SimpulError(f"{path}, line {line}: {word!r} is no judgement; write same, different or unsure")
    return Judged(a, b, Judgement(word), who, why, date, line)


@dataclass(frozen=True, slots=True)
class Judgements:
    """Judgements about entities of this build: pairs of local entities, the smaller first; `unused` are the others."""

    pairs: Mapping[tuple[Ref, Ref], Judgement]
    unused: tuple[Judged, ...] = ()

    @property
    def own(self) -> frozenset[Ref]:
        """Entities that must not be taken for others of their name before they are compared."""
        return frozenset(ref for pair in self.pairs for ref in pair)

    def refs(self, *words: Judgement) -> list[tuple[Ref, Ref]]:
        """The pairs that were judged so, sorted."""
        return sorted(pair for pair, word in self.pairs.items() if word in words)


def find_judged(judged: Iterable[Judged], reports: Sequence[Report], previous: Mapping[str, tuple[Ref, ...]]) -> Judgements:
    """Judgements as pairs of local entities. Of two lines about one pair the later wins."""
    known = _references(reports)
    types = {(report.hash, entity.key): entity.type for report in reports for entity in report.facts.entities}
    pairs: dict[tuple[Ref, Ref], Judgement] = {}
    unused = []
    for line in judged:
        first, second = (known.get(n) or next((r for r in previous.get(n, ()) if r in types), None) for n in (line.a, line.b))
        if first is None or second is None or types[first] != types[second]:
            unused.append(line)
        elif first != second:
            pairs[(min(first, second), max(first, second))] = line.judgement
    return Judgements(pairs, tuple(unused))


def _references(reports: Sequence[Report]) -> dict[str, Ref]:
    """Every way of naming a local entity by its article."""
    found: dict[str, Ref] = {}
    for report in reports:
        for location in report.locations:
            for entity in report.facts.entities:
                found.setdefault(f"{location} {entity.type}/{entity.name}", (report.hash, entity.key))
    for report in reports:
        for location in report.locations:
            found |= {f"{location} {entity.key}": (report.hash, entity.key) for entity in report.facts.entities}
    return found
