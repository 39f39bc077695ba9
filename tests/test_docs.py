"""The documentation is held to the code: every command is documented and has help, every link leads somewhere."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer.main
from typer.testing import CliRunner

from graph.cli.app import app
from ontology.questions import questions

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted((ROOT / "docs").glob("*.md"))
LINK = re.compile(r"\]\((?!https?://)([^)#]+)\)")
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]
EXPORTS = COMMANDS["export"].commands


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_is_in_the_readme(name: str) -> None:
    assert f"simpul {name}" in README


@pytest.mark.parametrize("words", [[name] for name in sorted(COMMANDS)] + [["export", name] for name in sorted(EXPORTS)])
def test_a_command_has_help_with_an_example(words: list[str]) -> None:
    done = CliRunner().invoke(app, [*words, "--help"])
    assert done.exit_code == 0
    if words != ["export"]:
        assert "Example" in done.output
        assert f"simpul {' '.join(words)}" in " ".join(done.output.split())


def test_every_page_is_in_the_readme() -> None:
    assert [page.name for page in (ROOT / "docs").glob("*.md") if f"(docs/{page.name})" not in README] == []


def test_every_option_has_help() -> None:
    commands = [command for name, command in COMMANDS.items() if name != "export"] + list(EXPORTS.values())
    silent = [f"{c.name} {p.name}" for c in commands for p in c.params if p.name != "help" and not getattr(p, "help", "")]
    assert silent == []


def readme_calls() -> list[list[str]]:
    lines = [line.split("#")[0].strip() for line in README.splitlines() if line.startswith("simpul ")]
    return [shlex.split(line)[1:] for line in lines]


@pytest.mark.parametrize("call", readme_calls(), ids=" ".join)
def test_a_call_in_the_readme_is_a_call_of_the_program(call: list[str]) -> None:
    command, rest = COMMANDS[call[0]], call[1:]
    if call[0] == "export":
        command, rest = EXPORTS[call[1]], call[2:]
    context = command.make_context(call[0], rest)
    if question := context.params.get("question"):
        given = {value.split("=")[0] for value in context.params["values"]}
        assert given <= {parameter.name for parameter in questions()[question].parameters}


def test_the_calls_of_the_readme_were_found() -> None:
    assert len(readme_calls()) >= 10


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_link_leads_to_a_file(page: Path) -> None:
    broken = [target for target in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / target).exists()]
    assert broken == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_make_target_that_a_page_names_exists(page: Path) -> None:
    targets = set(re.findall(r"^([a-z0-9]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"`make ([a-z0-9]+)", page.read_text(encoding="utf-8")))
    assert named <= targets


OUTPUT_CASES = re.findall(
    r"^\| (O-\d\d) \|.*\| (.+) \|$", (ROOT / "docs" / "output-safety.md").read_text("utf-8"), re.MULTILINE
)


def test_every_case_of_outputs_is_listed() -> None:
    assert [case for case, _ in OUTPUT_CASES] == [f"O-{number:02}" for number in range(1, 27)]


@pytest.mark.parametrize(("case", "where"), OUTPUT_CASES)
def test_a_case_of_outputs_is_named_by_its_test(case: str, where: str) -> None:
    if test := re.fullmatch(r"`(tests/\S+)`", where):
        source = (ROOT / test[1]).read_text(encoding="utf-8")
        assert case in source or f"test_{case.lower().replace('-', '_')}_" in source
