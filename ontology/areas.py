"""The administrative areas of Indonesia: codes (kode wilayah), names, and what lies within what.

An area's kind and the area it lies in follow from its code: `18.72.01.1001` is a kelurahan (its last part begins with 1; a
desa's with 2, a desa adat's with 3) in kecamatan `18.72.01`, in kota `18.72` (a second part from 71 on; below that a
kabupaten), in provinsi `18`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from ontology.errors import OntologyError
from ontology.register import read_register, register_folders

COUNTRY = "ID"
CODE = re.compile(r"\d\d(\.\d\d(\.\d\d(\.[123]\d{3})?)?)?|ID")
VILLAGE = re.compile(r"[123]\d{3} \S")
UNWRITTEN = " \u00a0-'’`."  # Toli-Toli is Tolitoli, Kep. Riau is Kep Riau, Bo'a is Boa


@dataclass(frozen=True, slots=True)
class AreaRow:
    """A line of `areas.tsv`: a code, the official name without the word of its kind, and the villages of a kecamatan."""

    code: str
    name: str
    villages: tuple[str, ...] = ()
    """`1001 Magelang`: the last part of the code, a blank, the name. (One row each would triple the time to load.)"""


@dataclass(frozen=True, slots=True)
class AreaNames:
    """A line of `area-names.tsv`: further names of the area with that code, and the name it is called by where that is not
    the official one (`DKI Jakarta`)."""

    code: str
    names: tuple[str, ...]
    called: str = ""


@dataclass(frozen=True, slots=True)
class AreaEntry:
    """One area. `kind` is negara, provinsi, kabupaten, kota, kecamatan, kelurahan or desa; `names` are its other names."""

    code: str
    name: str
    kind: str
    names: tuple[str, ...] = ()


def area_kind(code: str) -> str:
    """The kind of the area that has `code`.

    Raises:
        OntologyError: `code` has not the form of a kode wilayah.
    """
    if not CODE.fullmatch(code):
        raise OntologyError(f"{code!r} is no code of an area; codes look like 18, 18.72, 18.72.01 or 18.72.01.1001")
    if len(code) == 5:
        return "kota" if code[3:] >= "71" else "kabupaten"
    if len(code) == 13:
        return "kelurahan" if code[9] == "1" else "desa"
    return "kecamatan" if len(code) == 8 else "negara" if code == COUNTRY else "provinsi"


def fold(name: str) -> str:
    """`name` as it is compared: `Karang Jati` and `Karangjati` are one name, `Magelang` and `Magelang Utara` are two."""
    for character in UNWRITTEN:
        name = name.replace(character, "")
    return name.casefold()


class Areas:
    """All areas of the registers, found by code or by whole name. Answers are sorted by code."""

    def __init__(self, rows: tuple[AreaRow, ...], other: tuple[AreaNames, ...] = ()) -> None:
        """Index `rows` and their `other` names.

        Raises:
            OntologyError: a code is malformed, or other names are given to an area that is not there.
        """
        self._names = _names(rows)
        self._other = {row.code: row.names for row in other}
        if unknown := sorted(self._other.keys() - self._names.keys()):
            raise OntologyError(f"area-names.tsv: {unknown[0]!r} is not in areas.tsv; add the area there or drop the line")
        for row in other:
            if row.called:
                official, self._names[row.code] = self._names[row.code], row.called
                self._other[row.code] = (official, *(name for name in row.names if name != row.called))
        self._by_name: defaultdict[str, list[str]] = defaultdict(list)
        self._within: defaultdict[str, list[str]] = defaultdict(list)
        for code, name in self._names.items():
            self._by_name[fold(name)].append(code)
            self._within[_above(code)].append(code)
        for code, names in self._other.items():
            for key in {fold(name) for name in names} - {fold(self._names[code])}:
                self._by_name[key].append(code)

    def get(self, code: str) -> AreaEntry | None:
        """The area with `code`, None where the register has none."""
        name = self._names.get(code)
        return None if name is None else AreaEntry(code, name, area_kind(code), self._other.get(code, ()))

    def named(self, name: str) -> tuple[AreaEntry, ...]:
        """All areas that `name` is a whole name of, whatever its case and spaces; a part of a name finds nothing."""
        return self._entries(sorted(self._by_name.get(fold(name), ())))

    def parent(self, code: str) -> AreaEntry | None:
        """The area directly above: of a kota its provinsi, of a provinsi the country, of the country None."""
        return self.get(_above(code))

    def children(self, code: str) -> tuple[AreaEntry, ...]:
        """The areas directly below."""
        return self._entries(self._within.get(code, []))

    def is_within(self, code: str, ancestor: str) -> bool:
        """Whether the area `code` is, or lies in, the area `ancestor`. Codes alone decide."""
        return ancestor == COUNTRY or code == ancestor or code.startswith(ancestor + ".")

    def regions(self) -> tuple[AreaEntry, ...]:
        """All provinsi, kabupaten and kota: the areas that have a government of their own."""
        return self._entries([code for code in self._names if len(code) in (2, 5) and code != COUNTRY])

    def _entries(self, codes: list[str]) -> tuple[AreaEntry, ...]:
        return tuple(entry for code in codes if (entry := self.get(code)) is not None)


def _names(rows: tuple[AreaRow, ...]) -> dict[str, str]:
    """Code to name, sorted by code. A village with a row of its own (a user's) has that row's name."""
    names: dict[str, str] = {}
    for row in rows:
        if not CODE.fullmatch(row.code):
            raise OntologyError(f"areas.tsv: {row.code!r} is no code of an area; codes look like 18.72 or 18.72.01.1001")
        for village in row.villages:
            if not VILLAGE.match(village) or len(row.code) != 8:
                raise OntologyError(
                    f"areas.tsv: {village!r} is no village of {row.code!r}; write `1001 Name` beside a kecamatan"
                )
            names.setdefault(f"{row.code}.{village[:4]}", village[5:])
        names[row.code] = row.name
    return dict(sorted(names.items()))


def _above(code: str) -> str:
    return "" if code == COUNTRY else code.rpartition(".")[0] or COUNTRY


@cache
def areas() -> Areas:
    """The areas of the project's registers and of the user's folders on top of them.

    Raises:
        OntologyError: a register is missing or broken.
    """
    folders = register_folders()
    return Areas(read_register(AreaRow, "areas", folders), read_register(AreaNames, "area-names", folders))


@dataclass(frozen=True, slots=True)
class Country:
    """A state other than the own; `also` are its other names (`Brunei` for Brunei Darussalam)."""

    name: str
    also: tuple[str, ...] = ()


@cache
def countries() -> tuple[Country, ...]:
    """The register of other states."""
    return read_register(Country, "countries", register_folders())
