"""The forms of a body's name in one article: what its acronyms, its short forms and its spellings stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph.extraction.organization_cuts import GROUP, PARTY
from graph.extraction.organization_names import OrganizationName
from graph.extraction.organization_words import is_acronym
from graph.extraction.organizations import COMPANY
from graph.extraction.scan import Names
from graph.identity.wording import stands_for, tokens
from ontology.bodies import bodies, full_heads

BRACKETS = re.compile(r"\s*\(.*?\)\s*")
STATE_SCHOOL = re.compile(r"\b(sd|smp|sma|smk|mts|ma|mi) ?n\b")
CLASS = re.compile(r"\b(kelas|klas) (i{1,3}|1|2) ?[abc]?\b ?")
WATER = re.compile(
    r"^(?:perumda air minum|perumdam|pdam|perusahaan umum daerah(?: air minum)?|perusahaan daerah air minum|perumda) (?=\w)"
)
"""A water company under each of its legal forms: `PDAM Tirta Kamuning` is `Perumda Air Minum Tirta Kamuning`."""
SEAT = re.compile(r"(?<=\d) (?:kota|kabupaten|kab) (?=\w)")
"""`SMP Negeri 9 Kota Payakumbuh` is `SMPN 9 Payakumbuh`."""
SHORTENED = ("sekolah", "balai", "dinas", "badan", "rumah-sakit", "kelompok", "perguruan-tinggi")
"""Kinds of bodies that an article calls by the first words of their name: `Dinas Pendidikan` (dan Kebudayaan)."""


def canonical_forms(names: Names) -> dict[str, str]:
    """Folded form -> folded name of the body: register entries, acronyms in brackets, short forms."""
    found = _explained_forms(names)
    for name in _all_bodies(names):
        if name.kind == GROUP:  # of the council: `Fraksi Golkar menolak. ... Golkar meminta`; `Fraksi Partai Golkar`
            group, _, party = folded(name.base).partition(" ")
            whole = f"{group} {_party_names().get(party, party)}"
            found[folded(name.base)] = found[party] = whole
    for short, whole in _first_words(names):
        if found.get(short, short) == short:
            found[short] = found.get(whole, whole)
    bases = {name.base for name in _all_bodies(names) if name.body is None}
    long = sorted(base for base in bases if " " in base)
    for short in sorted(bases - set(long)):  # `Disgiwas` where the article has Dinas Gizi dan Pengawasan, brackets or not
        meant = next((base for base in long if stands_for(tokens(short), tokens(base))), None)
        if meant is not None:
            found.setdefault(folded(short), found.get(folded(meant), folded(meant)))
    for short, meant in _short_fields(long):
        found.setdefault(folded(short), found.get(folded(meant), folded(meant)))
    return found


def _short_fields(bases: list[str]) -> Iterator[tuple[str, str]]:
    """`UPTD PPA` where the article has `UPTD Perlindungan Perempuan dan Anak`."""
    for short in bases:
        head, _, field = short.rpartition(" ")
        if is_acronym(field):
            others = (base for base in bases if base.startswith(f"{head} ") and base != short)
            yield from ((short, base) for base in others if stands_for(tokens(field), tokens(base.removeprefix(head))))


@cache
def _party_names() -> dict[str, str]:
    """Folded form of a party -> its folded name: `pks`, `partai keadilan sejahtera`."""
    found: dict[str, str] = {}
    for party in (body for body in bodies() if body.kind == PARTY):
        name = folded(party.name)
        forms = [folded(form) for form in (party.name, *party.forms)]
        found |= dict.fromkeys([*forms, *(form.removeprefix("partai ") for form in forms)], name)
    return found


def _explained_forms(names: Names) -> dict[str, str]:
    """The forms that registers and brackets explain; what an article says of an acronym goes before the register."""
    found: dict[str, str] = {}
    explained = {folded(name.acronym): name.body for name in _all_bodies(names) if name.acronym}
    for name in _all_bodies(names):
        if name.body is not None and explained.get(folded(name.base), name.body) == name.body:
            found[folded(name.base)] = folded(name.body.name)
        if "(" in name.base:  # `Pusat Kesejahteraan Sosial (Puskesos) Mulya`: the acronym stands for the head
            head, _, rest = name.base.partition("(")
            found.setdefault(folded(rest.partition(")")[0]), folded(head))
        if name.acronym and name.kind == COMPANY:  # `PT Bandar Lestari (BL)`: then `PT BL`
            found.setdefault(folded(f"{name.base.split()[0]} {name.acronym}"), folded(name.base))
        if name.acronym:
            found.setdefault(folded(name.acronym), found.get(folded(name.base), folded(name.base)))
    return found


def _first_words(names: Names) -> Iterator[tuple[str, str]]:
    """`SD N 2`, `Balai Pengkajian`, where the article has one body whose name goes on: `SD Negeri 2 Sukamaju`."""
    bases = sorted({(name.kind, folded(name.base)) for name in _all_bodies(names) if name.kind in SHORTENED})
    for kind, short in bases:
        longer = [base for other, base in bases if other == kind and base.startswith(f"{short} ")]
        if len(longer) == 1 and " " in short:
            yield short, longer[0]


def _all_bodies(names: Names) -> list[OrganizationName]:
    return [*names.organizations, *(post.body for post in names.posts if post.body is not None)]


def folded(base: str) -> str:
    """`RSUD dr. Murjani` and `RSUD dr Murjani`, `SMPN 9` and `SMP Negeri 9`, `Ponpes X` and `Pondok Pesantren X` are one name;
    so are two that a comma parts, a prison with and without its class, and a water company under its legal forms."""
    plain = BRACKETS.sub(" ", base).casefold().replace(".", " ").replace(",", " ")
    plain = CLASS.sub("", STATE_SCHOOL.sub(r"\1 negeri", " ".join(plain.split())))
    plain = SEAT.sub(" ", WATER.sub("perumda ", plain))
    first, _, rest = plain.partition(" ")
    return f"{full_heads().get(first, first)} {rest}" if rest else plain
