"""A folder to publish: the graph as RDF, and what catalogues and harvesters read about it (VoID, DCAT 3, `data.json`)."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any, Final

from pyoxigraph import RdfFormat, Store

from graph.errors import UsageError
from graph.export.description import ABOUT, ALL_PREFIXES, Dump, Publication, describe
from graph.export.files import replacing_files
from graph.export.jsonld import write_jsonld
from graph.export.rdf import FORMATS, write_rdf, write_sorted_head
from graph.solutions import lines, text

DUMPS: Final = {
    "graph.nq": ("nquads", "application/n-quads"),
    "graph.ttl": ("turtle", "text/turtle"),
    "graph.jsonld": ("jsonld", "application/ld+json"),
}
VOID_FILE: Final = "void.ttl"
CATALOG_FILE: Final = "data.json"
SCHEMA: Final = "https://project-open-data.cio.gov/v1.1/schema"

ADDRESS: Final = re.compile(r"https?://[^\s<>\"{}|\\^`]+/\Z")
MAIL: Final = re.compile(r"[^\s@<>\"{}|\\^`]+@[^\s@<>\"{}|\\^`]+\Z")


def export_dataset(store: Store, folder: Path, publication: Publication, *, force: bool = False) -> None:
    """Writes the graph in three formats, `void.ttl` and `data.json` to `folder`.

    Raises:
        UsageError: the publication's address or e-mail address is none.
        ExportError: a file cannot be written, or is not Simpul's and `force` is not given.
    """
    if not ADDRESS.match(publication.url):
        raise UsageError(f"{publication.url}: is no address of a folder; write one like https://data.example.id/metro/")
    if not MAIL.match(publication.contact):
        raise UsageError(f"{publication.contact}: is no e-mail address; write one like redaksi@example.id")
    with replacing_files(folder, [*DUMPS, VOID_FILE, CATALOG_FILE], force=force) as staged:
        dumps = [_write_dump(store, staged / name, *how) for name, how in DUMPS.items()]
        days = _days(store)
        with (staged / VOID_FILE).open("wb") as file:
            write_sorted_head(describe(store, publication, dumps, days), file, RdfFormat.TURTLE, ALL_PREFIXES)
        catalog = json.dumps(_catalog(publication, dumps, days), indent=1, ensure_ascii=False) + "\n"
        (staged / CATALOG_FILE).write_text(catalog, encoding="utf-8")


def _write_dump(store: Store, path: Path, format_: str, media_type: str) -> Dump:
    with path.open("wb") as file:
        if format_ in FORMATS:
            write_rdf(store, file, format_=format_)
        else:
            write_jsonld(store, file)
    with path.open("rb") as file:
        return Dump(path.name, media_type, path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())


def _days(store: Store) -> tuple[str, str]:
    """When the first and the last article came out; empty where none is dated."""
    rows = lines(store, "SELECT DISTINCT (STR(?day) AS ?text) { ?article schema:datePublished ?day }")
    days = [text(row) for row in rows]
    return min(days, default=""), max(days, default="")


def _catalog(publication: Publication, dumps: list[Dump], days: tuple[str, str]) -> dict[str, Any]:
    """`data.json` by Project Open Data 1.1, which portals of data harvest. What it says of time is that of the articles: a
    clock would make another file of the same graph.
    """
    first, last = days
    dataset = {
        "@type": "dcat:Dataset",
        "identifier": f"{publication.url}#dataset",
        "title": publication.title,
        "description": ABOUT,
        "keyword": ["berita", "pemerintah daerah", "knowledge graph", "RDF"],
        "language": ["id"],
        "accessLevel": "public",
        "publisher": {"@type": "org:Organization", "name": publication.publisher},
        "contactPoint": {"@type": "vcard:Contact", "fn": publication.publisher, "hasEmail": f"mailto:{publication.contact}"},
        **({"modified": last, "temporal": f"{first}/{last}"} if last else {}),
        "distribution": [
            {
                "@type": "dcat:Distribution",
                "title": dump.name,
                "downloadURL": publication.url + dump.name,
                "mediaType": dump.media_type,
            }
            for dump in dumps
        ],
    }
    return {"@type": "dcat:Catalog", "conformsTo": SCHEMA, "describedBy": f"{SCHEMA}/catalog.json", "dataset": [dataset]}
