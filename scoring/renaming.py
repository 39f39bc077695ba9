"""Invented names for all persons, bodies and programmes of a gold standard, in its articles and its gold alike."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from pathlib import Path

from ontology.bodies import bodies, organization_kinds
from ontology.programs import national_programs
from ontology.register import HERE
from scoring.corpora import Corpus, file_of
from scoring.inventing import Inventor
from scoring.naming import WORD, Forms, Names, heads

BODIES = (("organizations", "name"), ("posts", "body"), ("programs", "body"))
PERSONS = (("posts", "person"), ("participants", "participant"))


class GoldFile:
    """A table of gold, to be read and written anew cell by cell."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with path.open(encoding="utf-8", newline="") as lines:
            self.head, *self.rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))

    def cells(self, column: str) -> list[tuple[str, Forms]]:
        """Of each required row its file and the accepted forms of a column."""
        at = self.head.index(column)
        required = [row for row in self.rows if not row[0].startswith("?") and row[at] not in ("", "*")]
        return [(file_of(row[0]), tuple(form for form in row[at].split("|") if form != "*")) for row in required]

    def rewrite(self, rewrite: Callable[[str, str, str], str]) -> None:
        """Write the table with each form of each cell as `rewrite(file, column, form)` gives it."""
        rows = [[row[0], *(self._rewritten(rewrite, file_of(row[0]), *cell) for cell in self._named(row))] for row in self.rows]
        lines = ("\t".join(cells) for cells in (self.head, *rows))
        self.path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")

    def _named(self, row: list[str]) -> Iterable[tuple[str, str]]:
        return zip(self.head[1:], row[1:], strict=True)

    @staticmethod
    def _rewritten(rewrite: Callable[[str, str, str], str], file: str, column: str, cell: str) -> str:
        return "|".join(rewrite(file, column, form) for form in cell.split("|"))


Gold = Mapping[str, GoldFile]


def rename(corpora: Iterable[Corpus], *, national: bool) -> None:
    """Rewrite the texts and gold of `corpora` in place. Without `national` what the national registers name keeps its name."""
    corpora = tuple(corpora)
    gold = {corpus.name: {path.stem: GoldFile(path) for path in sorted(corpus.gold.glob("*.tsv"))} for corpus in corpora}
    texts = [path for corpus in corpora for path in sorted(corpus.articles.iterdir())]
    names = invented_names(tuple(gold.values()), texts, national=national)
    for corpus in corpora:
        _rewrite(corpus, gold[corpus.name], names)


def _rewrite(corpus: Corpus, gold: Gold, names: Names) -> None:
    old = {path.name: _folded(path) for path in sorted(corpus.articles.iterdir())}
    for path in sorted(corpus.articles.iterdir()):
        path.write_text(names.rewrite(path.name, _read(path)), encoding="utf-8")
    new = {path.name: _folded(path) for path in sorted(corpus.articles.iterdir())}

    def rewrite(file: str, column: str, form: str) -> str:
        renamed = names.rewrite(file, form)
        if column != "quote" or form not in old[file]:
            return renamed
        return _beginning(renamed, new[file])

    for table in gold.values():
        table.rewrite(rewrite)


def _beginning(quote: str, text: str) -> str:
    """The first words of a quotation, as many as stand in `text`: gold may cut it within a name (`kepada Dinas Perumahan`).

    Raises:
        ValueError: none of them stands there.
    """
    words = quote.split()
    while words and " ".join(words) not in text:
        words.pop()
    if not words:
        raise ValueError(f"this quotation of the gold no longer stands in its article: {quote!r}")
    return " ".join(words)


def invented_names(gold: Iterable[Gold], texts: Iterable[Path], *, national: bool) -> Names:
    """Other names for all persons, bodies and programmes of the required rows; no word of them is in a register or a text."""
    gold = tuple(gold)
    areas = [form for tables in gold for row in tables["places"].rows for form in row[1].split("|")]
    taken = _words(_read(path) for path in (*HERE.glob("*.tsv"), *texts))
    names = Names(Inventor(taken), frozenset(_words(areas)), heads(frozenset() if national else _national_names()))
    for tables in gold:
        for table, column in PERSONS:
            for file, forms in sorted(tables[table].cells(column)):
                names.add_person(file, forms)
        for forms in sorted({forms for table, column in BODIES for _, forms in tables[table].cells(column)}):
            names.add_body(forms)
        for forms in sorted({forms for _, forms in tables["programs"].cells("program")}):
            names.add_program(forms)
    return names


def _national_names() -> frozenset[str]:
    """All forms of the names that stand in registers with their source, but those of the agencies of a region."""
    local = {kind.id for kind in organization_kinds().values() if kind.local}
    national = [(body.name, *body.forms) for body in bodies() if body.kind not in local]
    return frozenset(chain(*national, *((program.name, *program.forms) for program in national_programs())))


def _words(texts: Iterable[str]) -> set[str]:
    return {word.casefold() for text in texts for word in WORD.findall(text)}


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def _folded(path: Path) -> str:
    return " ".join(_read(path).split())
