"""Files and folders to articles. A file that cannot be read costs one clear line, and the others go on."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from loaders.article import Article
from loaders.errors import LoaderError
from loaders.layout import lay_out
from loaders.metadata import NAME, Metadata, read_metadata
from loaders.page import Page
from loaders.reading import Reader
from loaders.splitting import split_articles

MAX_CHARACTERS = 200_000  # of one article


def load(sources: Sequence[Path], *, metadata: Path | None = None) -> Iterator[Article | LoaderError]:
    """Every article in the files and folders `sources`, sorted by path; for what cannot be read, the error in its place.

    A folder is read with all its folders, without hidden files. An article's id is the path relative to the source given (a
    file's own name where a file is given), `#`, and its number in the file. What the text does not say is taken from
    `metadata`, else from the `metadata.csv` in the file's folder or one above it inside the source.

    Raises:
        LoaderError: a source does not exist, or two sources hold a file of the same relative path.
    """
    files: dict[str, tuple[Path, Path]] = {}
    for source in sources:
        if not source.exists():
            raise LoaderError(f"{source}: no such file or folder; check the path")
        for name, path in _files(source):
            if name in files and files[name][0] != path:
                raise LoaderError(f"{path}: {files[name][0]} has the same relative path; give the folder above both instead")
            files[name] = (path, source)
    return _load(files, metadata)


def _load(files: dict[str, tuple[Path, Path]], metadata: Path | None) -> Iterator[Article | LoaderError]:
    rows: dict[str, Metadata] = {}
    tables = [metadata] if metadata is not None else _tables(files)
    for table in tables:
        try:
            rows |= read_metadata(table)
        except LoaderError as error:
            yield error
    with Reader() as reader:
        for name in sorted(files):
            for item in _articles(name, files[name][0], reader, rows):
                yield LoaderError(f"{_shown(files[name][0])}: {item}") if isinstance(item, LoaderError) else item


def _shown(path: Path) -> str:
    """A path for a message of one line: what is not UTF-8, a line break or an escape sequence is spelled out."""
    text = os.fsencode(path).decode(errors="backslashreplace")
    return "".join(character if character.isprintable() else repr(character)[1:-1] for character in text)


def _files(source: Path) -> Iterator[tuple[str, Path]]:
    """(relative path, path) of each file in `source`. A link that leads back to a folder already read is not followed."""
    if source.is_file():
        yield source.name, source
        return
    seen: set[str] = set()
    for folder, folders, names in os.walk(source, followlinks=True):
        real = os.path.realpath(folder)
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and name != NAME:
                path = Path(folder, name)
                yield path.relative_to(source).as_posix(), path


def _tables(files: dict[str, tuple[Path, Path]]) -> list[Path]:
    """Each `metadata.csv` in a folder of `files`, or above it inside the source: those further down come later and win."""
    folders: set[Path] = set()
    for path, source in files.values():
        top = source if source.is_dir() else source.parent
        folders |= {folder for folder in path.parents if folder == top or top in folder.parents}
    return [folder / NAME for folder in sorted(folders, key=str) if (folder / NAME).is_file()]


def _articles(name: str, path: Path, reader: Reader, rows: dict[str, Metadata]) -> Iterator[Article | LoaderError]:
    """The articles of one file, numbered from 1, and errors for what cannot be read, without the file's name."""
    if not path.is_file():
        yield LoaderError("is no regular file or leads nowhere; remove it")
        return
    if not _is_utf_8(name):
        yield LoaderError("has a name that is not UTF-8; rename it")
        return
    whole, number, faults = str(path.resolve()), 0, 0
    for page in reader.read(path):
        if isinstance(page, LoaderError):
            faults += 1
            yield page
            continue
        for text in split_articles(page.text) if page.splits else [page.text]:
            number += 1
            if len(text) > MAX_CHARACTERS:
                yield LoaderError(f"article {number} has more than {MAX_CHARACTERS:,} characters; split it")
            else:
                row = rows.get(f"{whole}#{number}", rows.get(whole, Metadata()))
                yield _article(f"{name}#{number}", text, page, row)
    if number == faults == 0:
        yield LoaderError("holds no article; remove it")


def _is_utf_8(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _article(identifier: str, text: str, page: Page, row: Metadata) -> Article:
    """One article; a row of `metadata.csv` wins over the page, and the page over the dateline."""
    layout = lay_out(text)
    return Article(
        id=identifier,
        hash=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        headline=layout.headline,
        dateline=layout.dateline,
        byline=layout.byline,
        boilerplate=layout.boilerplate,
        published=row.published or page.published,
        place=row.place or page.place or layout.place,
        outlet=row.outlet or page.outlet or layout.outlet,
        url=row.url or page.url,
    )
