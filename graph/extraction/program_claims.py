"""From names of programmes to programmes: which names are one, and who runs it."""

from __future__ import annotations

from collections.abc import Iterator

from graph.extraction.evidence import evidence
from graph.extraction.program_names import ProgramName, identity_of
from graph.extraction.program_patterns import heads
from graph.extraction.program_speakers import holder_of
from graph.extraction.providers import provider_of
from graph.extraction.reading import Mention, Reading
from graph.facts import Certainty, Key, Program, RunsProgram, Span
from ontology.programs import program_words


def claim_programs(reading: Reading, found: list[ProgramName]) -> None:
    """Each programme as an entity with a claim, and a mention for each of its names; `found` are in the order of the text."""
    groups: dict[str, list[ProgramName]] = {}
    for named in found:
        groups.setdefault(_group_of(named, groups), []).append(named)
    for number, group in enumerate(_with_short_names(groups).values(), 1):
        _add(reading, f"program/{number}", group)
    reading.mentions.sort(key=lambda m: (m.start, -m.end))


def _with_short_names(groups: dict[str, list[ProgramName]]) -> dict[str, list[ProgramName]]:
    """The short name of an aid means the longer one that begins with it: `BLT` in the headline of `BLT Dana Desa`."""
    joined: dict[str, list[ProgramName]] = {}
    for key, group in groups.items():
        aid = key.partition(" ")[0] in program_words("aid")
        meant = next((other for other in groups if aid and other.startswith(f"{key} ")), key)
        joined.setdefault(meant, []).extend(group)
    return {key: sorted(group, key=lambda named: named.start) for key, group in joined.items()}


def _group_of(named: ProgramName, groups: dict[str, list[ProgramName]]) -> str:
    """The group of a name: aids that share a word of their kind are one (`bantuan beras`, `bantuan pangan beras`)."""
    if not named.identity.startswith("aid:"):
        short = named.identity.removeprefix("program ")
        if aid := next((key for key in groups if key.startswith("aid:") and key.partition(" ")[2] == short), None):
            return aid
        bare = _without_kind(short)
        return next(
            (
                k
                for k, g in groups.items()
                if _without_kind(k) == bare or any(identity_of(n.acronym) == short for n in g if n.acronym)
            ),
            short,
        )
    kind = named.identity.removeprefix("aid:").partition(" ")[2]
    if kind in groups:
        return kind  # `bantuan bedah rumah` and `program bedah rumah`
    words = set(kind.split()) - program_words("joint")
    for key in groups:
        if key.startswith("aid:") and words & set(key.removeprefix("aid:").split()[1:]):
            return key
    return named.identity


def _without_kind(identity: str) -> str:
    """`layanan "Sahabat Lansia"` and `Layanan Sahabat Lansia` are one."""
    kind, _, name = identity.partition(" ")
    return name if " " in name and kind in {head.lower() for head in heads()} else identity


def _add(reading: Reading, key: Key, group: list[ProgramName]) -> None:
    forms = dict.fromkeys(f for n in group for f in (" ".join(n.name.split()), n.acronym) if f)
    best = max(forms, key=lambda f: (len(f.split()), len(f)))
    spans = tuple(sorted({Span(n.start, n.end) for n in group}))
    reading.entities[key] = Program(key=key, name=best, names=tuple(f for f in forms if f != best), mentions=spans)
    for named in group:
        reading.mentions.append(Mention(named.start, named.end, "program", named.name, "", named.rule, key))
    chosen, body, certainty = next(_with_provider(reading, group), (group[0], None, Certainty.STATED))
    span = evidence(reading, chosen.start, chosen.end)
    reading.claims.append(RunsProgram(program=key, body=body, span=span, rule=group[0].rule, certainty=certainty))


def _with_provider(reading: Reading, group: list[ProgramName]) -> Iterator[tuple[ProgramName, Key, Certainty]]:
    """What a sentence says of the body goes before whose official speaks of the programme."""
    national = any(named.rule == "programs.national" for named in group)
    for named in group:
        body = provider_of(reading, Span(named.start, named.end), national=named.rule == "programs.national")
        if body is not None:
            yield named, body, Certainty.STATED
    for named in group if not national else ():
        body = holder_of(reading, Span(named.start, named.end))
        if body is not None:
            yield named, body, Certainty.INFERRED
