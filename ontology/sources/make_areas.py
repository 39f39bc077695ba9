"""Make `registers/areas.tsv` from a folder of the npm package idn-area-data.

    npm pack idn-area-data@4.0.1 && tar xzf idn-area-data-4.0.1.tgz
    python ontology/sources/make_areas.py package > ontology/registers/areas.tsv

The package holds one CSV file for each level (`code,...,name`). The register holds all levels, sorted by code, the villages in
the row of their kecamatan; the word of the kind (`Kabupaten Administrasi`) is dropped because the code already says it.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import defaultdict
from pathlib import Path

LEVELS = ("provinces", "regencies", "districts", "villages")
KIND_WORD = re.compile(r"^(Kabupaten|Kota)( Administrasi)? ")
HEAD = """\
# source: Keputusan Menteri Dalam Negeri Nomor 300.2.2-2138 Tahun 2025 tentang Pemberian dan Pemutakhiran Kode, Data
# source: Wilayah Administrasi Pemerintahan, dan Pulau (the decree that the package names)
# source: read from the npm package idn-area-data {version} (database under ODbL 1.0) by ontology/sources/make_areas.py
# ID is the ISO 3166 code of the country; all other codes are kode wilayah. The kind of an area follows from its code.
# villages: the kelurahan and desa of a kecamatan, each as the last part of its code and its name (1001 Metro is 18.72.01.1001).
code\tname\tvillages
ID\tIndonesia
"""


def area_rows(folder: Path) -> list[tuple[str, ...]]:
    """(code, name) of every area in the package's `data` folder, sorted by code; of a kecamatan also its villages."""
    names = {level: _names(folder / "data" / f"{level}.csv", level) for level in LEVELS}
    villages: defaultdict[str, list[str]] = defaultdict(list)
    for code, name in sorted(names.pop("villages").items()):
        villages[code[:8]].append(f"{code[9:]} {name}")
    rows = sorted((code, name) for level in names.values() for code, name in level.items())
    return [(code, name, "|".join(villages[code])) if code in villages else (code, name) for code, name in rows]


def _names(path: Path, level: str) -> dict[str, str]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["code"]: _clean(row["name"], level) for row in csv.DictReader(file)}


def _clean(name: str, level: str) -> str:
    """`Kota Metro` -> `Metro`; `Bo"a` -> `Bo'a` (a misprinted apostrophe); runs of blanks become one."""
    name = " ".join(name.replace('"', "'").split())
    return KIND_WORD.sub("", name) if level == "regencies" else name


def main(folder: Path) -> None:
    """Write the register to standard output."""
    version = json.loads((folder / "package.json").read_text(encoding="utf-8"))["version"]
    sys.stdout.write(HEAD.format(version=version))
    sys.stdout.writelines("\t".join(row) + "\n" for row in area_rows(folder))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
