"""The distribution: what a user installs holds every file of data, and nobody else's `graph` is in the way."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("graph", "loaders", "ontology")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the tree without asking the network for anything."""
    tree, out = tmp_path_factory.mktemp("tree"), tmp_path_factory.mktemp("dist")
    for name in PACKAGES:
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copyfile(ROOT / name, tree / name)
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(tree)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return next(out.glob("*.whl"))


def test_the_wheel_holds_every_file_of_the_packages(wheel: Path) -> None:
    tree = {
        path.relative_to(ROOT).as_posix()
        for name in PACKAGES
        for path in (ROOT / name).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert packed == tree
    assert {f"{name}/py.typed" for name in PACKAGES} <= packed


def test_the_wheel_works_where_the_repository_is_not(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    article = tmp_path / "a.txt"
    article.write_text("Lurah Melati Buka Posyandu\n\nMETRO - Lurah Melati Wira Santoso membuka posyandu.\n", encoding="utf-8")
    command = [sys.executable, "-m", "graph.cli", "build", str(article), "--graph", str(tmp_path / "graph")]
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "site")}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    where = [
        sys.executable,
        "-c",
        "import graph, loaders, ontology; print(graph.__file__, loaders.__file__, ontology.__file__)",
    ]
    files = subprocess.run(where, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True).stdout.split()
    assert all(Path(file).is_relative_to(tmp_path / "site") for file in files)


@pytest.mark.parametrize("name", PACKAGES)
def test_a_top_level_package_belongs_to_this_distribution_alone(name: str) -> None:
    assert set(packages_distributions()[name]) == {"simpul"}


def test_packages_are_listed_so_that_a_users_folder_is_not_taken_in() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    include = project["tool"]["setuptools"]["packages"]["find"]["include"]
    assert include == [pattern for name in PACKAGES for pattern in (name, f"{name}.*")]


def test_the_lock_pins_every_requirement_with_its_hash_and_names_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = {line.split("==")[0] for line in lock.splitlines() if "==" in line and not line.startswith((" ", "#"))}
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {name.split(">=")[0].split("<")[0].split("[")[0].split(";")[0].strip() for name in wanted}
    assert names <= pinned
    assert "://" not in lock
    assert lock.count("--hash=sha256:") > len(pinned)
