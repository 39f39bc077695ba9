"""`simpul build`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.codes import LEFT_OUT
from graph.cli.options import DEFAULT_GRAPH, Graph
from graph.cli.output import console, say, show_table
from graph.errors import UsageError

if TYPE_CHECKING:
    from graph.build import Summary

EXAMPLES = "Examples:  simpul build berita/    |    simpul build a.txt b.html --graph metro --registers daftar/"


def build(
    sources: Annotated[list[Path], typer.Argument(help="Files and folders of news; together they are the whole graph.")],
    graph: Graph = DEFAULT_GRAPH,
    registers: Annotated[
        Path | None, typer.Option(help="Folder of your own registers, on top of those that come along.")
    ] = None,
    base: Annotated[str, typer.Option(help="Where the IRIs of the graph begin.")] = "urn:simpul:",
    processes: Annotated[int | None, typer.Option(min=1, help="Extracting processes; by default as many as pay.")] = None,
    no_texts: Annotated[
        bool, typer.Option("--no-texts", help="Keep hashes and offsets of the articles, not their text.")
    ] = False,
) -> None:
    """Make the graph of these articles, or bring it up to date; only new or changed articles are read again."""
    for source in sources:
        if not source.exists():
            raise UsageError(f"{source}: no such file or folder")
        if source.is_dir() and not any(path.is_file() for path in source.rglob("*")):
            raise UsageError(f"{source}: no file in this folder; name the folder of the news")
    if registers is not None:
        _check_names(registers)
        os.environ["SIMPUL_REGISTERS"] = str(registers.resolve())  # before any register is read, here and in the processes
    summary = _build(sources, graph, base=base, processes=processes, texts=not no_texts)
    _report(summary, graph)
    if summary.skipped:
        raise typer.Exit(LEFT_OUT)


def _check_names(registers: Path) -> None:
    """A user's file that no register is named after, `post.tsv` for `posts.tsv`, would have no effect and say nothing."""
    from ontology.register import HERE

    if not registers.is_dir():
        raise UsageError(f"{registers}: no such folder of registers")
    known = sorted(path.stem for path in HERE.glob("*.tsv"))
    for path in sorted(registers.glob("*.tsv")):
        if path.stem not in known:
            raise UsageError(f"{path}: no register is called {path.stem!r}; rename it to one of {', '.join(known)}")


def _build(sources: list[Path], graph: Path, *, base: str, processes: int | None, texts: bool) -> Summary:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from graph.build import build as make

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    screen = console(error=True)
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task("articles", total=None)
        return make(
            sources,
            graph,
            base=base,
            processes=processes,
            texts=texts,
            on_progress=lambda done, total: bar.update(task, completed=done, total=total),
        )


def _report(summary: Summary, graph: Path) -> None:
    """The closing summary, on standard error."""
    for skipped in summary.skipped:
        say(f"left out: {skipped.name}{': ' if skipped.name else ''}{skipped.reason}")
    for note in summary.notes:
        say(f"note: {note}")
    counts = [("articles", summary.articles), ("read anew", summary.made), ("left out", len(summary.skipped))]
    counts += [(f"facts: {name}", number) for name, number in summary.facts.items()]
    counts += [(f"entities: {name}", number) for name, number in summary.entities.items()]
    show_table(f"Graph in {graph}", ("", "number"), [(name, str(number)) for name, number in counts], error=True)
