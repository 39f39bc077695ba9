"""The register of areas: what a name finds, what a code says."""

from __future__ import annotations

from pathlib import Path

import pytest

from ontology.areas import AreaNames, AreaRow, Areas, area_kind, areas, fold
from ontology.errors import OntologyError
from ontology.register import register_folders


def test_the_register_holds_the_whole_country() -> None:
    everything = areas()
    assert len(everything.regions()) == 38 + 514
    assert len(everything.children("ID")) == 38
    assert [a.name for a in everything.children("18.72")] == [
        "Metro Pusat", "Metro Utara", "Metro Barat", "Metro Timur", "Metro Selatan",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("ID", "negara"),
        ("18", "provinsi"),
        ("18.05", "kabupaten"),
        ("18.72", "kota"),
        ("18.72.02", "kecamatan"),
        ("18.72.02.1003", "kelurahan"),
        ("18.05.01.2001", "desa"),
        ("91.03.01.3007", "desa"),
    ],
)
def test_kind_follows_from_the_code(code: str, kind: str) -> None:
    assert area_kind(code) == kind


@pytest.mark.parametrize("code", ["", "1872", "18.7", "18.72.01.4001", "x"])
def test_a_malformed_code_has_no_kind(code: str) -> None:
    with pytest.raises(OntologyError, match="no code of an area"):
        area_kind(code)


@pytest.mark.parametrize(
    ("name", "within", "codes"),
    [
        ("Metro", "18", ["18.72", "18.72.01.1001"]),
        ("metro  utara", "18", ["18.72.02"]),
        ("Karang Rejo", "18.72", ["18.72.02.1003"]),
        ("Ganjaragung", "18.72", ["18.72.03.1002"]),
        ("Sumbersari", "18.72", ["18.72.05.1003"]),
        ("Bandarlampung", "ID", ["18.71"]),
        ("Tanjab Timur", "ID", ["15.07"]),
        ("Sultra", "ID", ["74"]),
        ("DKI Jakarta", "ID", ["31"]),
        ("Bekasi", "32", ["32.16", "32.75"]),
        ("RI", "ID", ["ID"]),
        ("Metr", "ID", []),
        ("Utara", "18", []),
    ],
)
def test_a_whole_name_finds_its_areas(name: str, within: str, codes: list[str]) -> None:
    assert [a.code for a in areas().named(name) if areas().is_within(a.code, within)] == codes


@pytest.mark.parametrize(
    ("code", "ancestor", "expected"),
    [
        ("18.72.01", "18.72", True),
        ("18.72", "18.72", True),
        ("18.72", "18", True),
        ("18.72", "ID", True),
        ("18", "18.72", False),
        ("18.72", "1", False),
    ],
)
def test_codes_say_what_lies_within(code: str, ancestor: str, expected: bool) -> None:
    assert areas().is_within(code, ancestor) is expected


def test_parent_and_unknown_code() -> None:
    assert [getattr(areas().parent(c), "name", None) for c in ("18.72.02.1003", "18.72", "18", "ID")] == [
        "Metro Utara", "Lampung", "Indonesia", None,
    ]  # fmt: skip
    assert areas().get("99.99") is None


def test_letters_digits_and_slashes_keep_names_apart() -> None:
    assert fold("Perk. Tolan I/II") != fold("Perk. Tolan III")
    assert fold("Bo'a") == fold("Bo’a") == "boa"


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (AreaRow("1872", "Metro"), "'1872' is no code"),
        (AreaRow("18.72.01", "Metro Pusat", ("Imopuro",)), "'Imopuro' is no village of '18.72.01'"),
        (AreaRow("18.72", "Metro", ("1001 Imopuro",)), "'1001 Imopuro' is no village of '18.72'"),
    ],
)
def test_a_row_that_does_not_fit(row: AreaRow, fault: str) -> None:
    with pytest.raises(OntologyError, match=fault):
        Areas((row,))


def test_names_need_an_area() -> None:
    with pytest.raises(OntologyError, match=r"'18\.99' is not in areas\.tsv"):
        Areas((AreaRow("18", "Lampung"),), (AreaNames("18.99", ("Nun",)),))


def test_a_users_folder_adds_on_top(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "areas.tsv").write_text("code\tname\n18.72.09\tMetro Tengah\n18.72.01.1003\tImopuro Baru\n", encoding="utf-8")
    (tmp_path / "area-names.tsv").write_text("code\tnames\n18.72.09\tMetteng\n", encoding="utf-8")
    monkeypatch.setenv("SIMPUL_REGISTERS", str(tmp_path))
    for cached in (register_folders, areas):
        cached.cache_clear()
    try:
        assert [a.code for a in areas().named("metteng")] == ["18.72.09"]
        assert [a.name for a in areas().children("18.72.01")][2:4] == ["Imopuro Baru", "Hadimulyo Barat"]
    finally:
        monkeypatch.undo()
        for cached in (register_folders, areas):
            cached.cache_clear()
