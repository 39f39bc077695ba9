"""From files and folders to articles: what is read, in which order, and what a fault costs."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from pathlib import Path

import pytest

from loaders import Article, LoaderError, load
from tests.loaders.files import BODY, docx_text, html, pdf, rss, warc

TEXT = "Judul Berita\n\nMetro – Camat Sukamaju membuka pasar murah di halaman kantor kecamatan."


def articles(*sources: Path, metadata: Path | None = None) -> list[Article]:
    return [item for item in load(sources, metadata=metadata) if isinstance(item, Article)]


def faults(*sources: Path, metadata: Path | None = None) -> list[str]:
    return [str(item) for item in load(sources, metadata=metadata) if isinstance(item, LoaderError)]


def write(path: Path, text: str = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_ids_are_relative_and_sorted(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a.txt", ".hidden/x.txt", ".x.txt"):
        write(tmp_path / name)
    assert [a.id for a in articles(tmp_path)] == ["a.txt#1", "a/z.txt#1", "b.txt#1"]
    assert [a.id for a in articles(tmp_path / "b.txt", tmp_path / "a.txt")] == ["a.txt#1", "b.txt#1"]


def test_an_article_as_read(tmp_path: Path) -> None:
    (article,) = articles(write(tmp_path / "a.txt", f"\n{TEXT}\n\n"))
    assert article == Article(
        id="a.txt#1",
        hash=hashlib.sha256(TEXT.encode()).hexdigest(),
        text=TEXT,
        headline=(0, 12),
        dateline=(14, 21),
        place="Metro",
    )


def test_a_fault_names_file_and_remedy_and_the_others_go_on(tmp_path: Path) -> None:
    write(tmp_path / "good.txt")
    write(tmp_path / "empty.txt", " \n")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02" * 100)
    (tmp_path / "paper.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (tmp_path / "large.txt").write_bytes(b"a" * 5_000_001)
    write(tmp_path / "long.txt", "kata " * 50_000)
    write(tmp_path / "page.txt", "<html><body></body></html>")
    (tmp_path / "dangling.txt").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe")
    assert [a.id for a in articles(tmp_path)] == ["good.txt#1"]
    assert faults(tmp_path) == [
        f"{tmp_path}/{fault}"
        for fault in (
            "binary.txt: is binary, not text or HTML; save it as text",
            "dangling.txt: is no regular file or leads nowhere; remove it",
            "empty.txt: is empty; remove it or fill it",
            "large.txt: is larger than 5 MB; split it",
            "long.txt: article 1 has more than 200,000 characters; split it",
            "page.txt: is HTML in which no article was found; save the article as text",
            "paper.doc: is an old or an encrypted office document, not text or HTML; save it as text",
            "pipe: is no regular file or leads nowhere; remove it",
        )
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_an_unreadable_file(tmp_path: Path) -> None:
    write(tmp_path / "a.txt").chmod(0)
    assert faults(tmp_path) == [f"{tmp_path}/a.txt: cannot be read (Permission denied); check its permissions"]


def test_a_name_that_is_not_utf_8(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_text(TEXT, encoding="utf-8")
    (fault,) = faults(tmp_path)
    assert fault.encode().endswith(b"/\\xff.txt: has a name that is not UTF-8; rename it")


def test_a_name_that_would_steer_a_terminal_is_spelled_out(tmp_path: Path) -> None:  # D-35
    for name in ("a\nb.txt", "\x1b]0;x\x07.txt", "-🙂.txt", "n" * 251 + ".txt"):
        write(tmp_path / name)
        write(tmp_path / "empty" / name, "")
    assert len(articles(tmp_path)) == 4
    assert faults(tmp_path / "empty")[:2] == [
        f"{tmp_path}/empty/{name}: is empty; remove it or fill it" for name in (r"\x1b]0;x\x07.txt", "-🙂.txt")
    ]


def test_a_folder_of_all_formats(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "b/feed.xml", rss(*(f"<title>Judul {n}</title><description>{BODY}</description>" for n in (1, 2))))
    (tmp_path / "b/c.docx").write_bytes(docx_text("Judul Satu", BODY * 3, "=====", "Judul Dua", BODY * 3))
    (tmp_path / "b/d.pdf").write_bytes(pdf(["Judul Berita", BODY]))
    (tmp_path / "b/e.pdf").write_bytes(pdf([]))
    answers = [(f"https://example.org/{n}", html(f"Judul {n}"), [("Content-Type", "text/html")]) for n in (1, 2, 3)]
    data, ends = warc(answers)
    (tmp_path / "f.warc").write_bytes(data[: ends[2] + 300])
    write(tmp_path / "g.jsonl", '{"text": "Satu"}\n{"text": "Dua", "outlet": "Kabar Kita"}\n')
    write(tmp_path / "metadata.csv", "file,published,place\nf.warc#2,2020,Metro\ng.jsonl,2021,\n")
    found = {a.id: a for a in articles(tmp_path)}
    assert list(found) == [
        "a.txt#1", "b/c.docx#1", "b/c.docx#2", "b/d.pdf#1", "b/feed.xml#1", "b/feed.xml#2",
        "f.warc#1", "f.warc#2", "g.jsonl#1", "g.jsonl#2",
    ]  # fmt: skip
    assert [found[i].published for i in ("f.warc#1", "f.warc#2", "g.jsonl#1")] == ["2024-03-05", "2020", "2021"]
    assert (found["f.warc#2"].place, found["f.warc#2"].url) == ("Metro", "https://example.org/2")
    assert (found["g.jsonl#2"].outlet, found["b/feed.xml#1"].outlet) == ("Kabar Kita", "Kabar Kita")
    assert faults(tmp_path) == [
        f"{tmp_path}/b/e.pdf: is a PDF without text, a scan; let an OCR program add the text",
        f"{tmp_path}/f.warc: is a WARC truncated after record 3; fetch it again",
    ]
    assert [a.text for a in articles(tmp_path / "b/d.pdf", tmp_path / "g.jsonl")] == [
        found[i].text for i in ("b/d.pdf#1", "g.jsonl#1", "g.jsonl#2")
    ]


def test_a_link_back_is_not_followed_and_a_link_elsewhere_is(tmp_path: Path) -> None:
    write(tmp_path / "in/a.txt")
    write(tmp_path / "out/b.txt")
    (tmp_path / "in/back").symlink_to(tmp_path / "in", target_is_directory=True)
    (tmp_path / "in/there").symlink_to(tmp_path / "out", target_is_directory=True)
    assert [a.id for a in articles(tmp_path / "in")] == ["a.txt#1", "there/b.txt#1"]


def test_sources_that_are_wrong(tmp_path: Path) -> None:
    one, two = write(tmp_path / "one/a.txt"), write(tmp_path / "two/a.txt")
    with pytest.raises(LoaderError, match="no such file or folder"):
        articles(tmp_path / "none")
    with pytest.raises(LoaderError, match="give the folder above both"):
        articles(one, two)


def test_metadata_says_what_the_text_does_not(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "sub/b.txt")
    write(tmp_path / "metadata.csv", "file,published,outlet\na.txt,2024-03-05,Kabar Kita\nsub/b.txt,2024-03,\n")
    write(tmp_path / "sub/metadata.csv", "file;published;place;url\nb.txt#1;2024;Kota Metro;https://example.org/b\n")
    first, second = articles(tmp_path)
    assert (first.published, first.outlet, first.place) == ("2024-03-05", "Kabar Kita", "Metro")
    assert (second.published, second.place, second.url) == ("2024", "Kota Metro", "https://example.org/b")
    assert articles(tmp_path / "a.txt")[0].published == "2024-03-05"
    other = write(tmp_path / "other.csv", "file,published\na.txt,2020\n")
    assert articles(tmp_path / "a.txt", metadata=other)[0].published == "2020"


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ("published\n2024\n", "line 1: column 'file' is missing"),
        ("file,datum\na.txt,2024\n", "line 1: unknown column 'datum'"),
        ("file,published\na.txt,05/03/2024\n", "line 2: '05/03/2024' is no date"),
        ("file,published\na.txt,2024-02-30\n", "line 2: '2024-02-30' is no date"),
        ("file,published\n\nx.txt,2024\n", "line 3: there is no file 'x.txt'"),
    ],
)
def test_broken_metadata_costs_one_line(tmp_path: Path, table: str, fault: str) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "metadata.csv", table)
    (found,) = faults(tmp_path)
    assert f"metadata.csv, {fault}" in found
    assert [a.id for a in articles(tmp_path)] == ["a.txt#1"]


SHARED = Path(__file__).parents[2] / ".." / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the reference folder ../shared is absent")


@needs_shared
def test_the_seeds_are_fourteen_articles_that_begin_as_listed() -> None:
    lines = (SHARED / "eval/seeds/articles.tsv").read_text(encoding="utf-8").splitlines()[1:]
    starts = dict(line.partition("\t")[::2] for line in lines)
    found = {a.id: " ".join(a.text.split()) for a in articles(SHARED / "seeds")}
    assert len(found) == 14
    assert [i for i, start in starts.items() if not found[i].startswith(start)] == []


@needs_shared
def test_the_seeds_layout() -> None:
    found = articles(SHARED / "seeds")
    assert Counter(a.place for a in found) == {"": 10, "Metro": 2, "METRO": 1, "Kota Metro": 1}
    assert [a.id for a in found if a.byline is None] == ["000_8c879b00a399942a.txt#1"]
    assert [a.id for a in found if a.headline is None] == ["001_fc9f785b330c86bd.txt#1"]


@needs_shared
def test_the_unlabelled_articles_lose_only_advertisements() -> None:
    found = articles(SHARED / "eval/unlabelled")
    marked = Counter(a.text[s:e].split()[0].casefold() for a in found for s, e in a.boilerplate)
    assert len(found) == 34
    assert marked == {"scroll": 34, "simak": 3, "tonton": 3, "lihat": 1, "saksikan": 1, "tulisan": 1}
