"""The file of judgements: what it may hold, and what is said about a line that it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import SimpulError
from graph.identity import Judged, read_judgements
from graph.identity.matching import Judgement


def test_lines(tmp_path: Path) -> None:
    path = tmp_path / "judgements.tsv"
    path.write_text(
        "# a comment\na\tb\tjudgement\twho\twhy\tdate\n\n"
        "x.txt#1 person/1\ty.txt#1 person/Rina\tsame\tAni\tone office\t2024-01-01\n"
        "x.txt#1 person/1\tz.txt#1 person/1\tdifferent\n",
        encoding="utf-8",
    )
    assert read_judgements(path) == (
        Judged("x.txt#1 person/1", "y.txt#1 person/Rina", Judgement.SAME, "Ani", "one office", "2024-01-01", 4),
        Judged("x.txt#1 person/1", "z.txt#1 person/1", Judgement.DIFFERENT, line=5),
    )


def test_no_file_is_no_judgement(tmp_path: Path) -> None:
    assert read_judgements(tmp_path / "judgements.tsv") == ()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"x\ty\tmaybe", "line 1: 'maybe' is no judgement; write same, different or unsure"),
        (b"x\ty", "line 1: 2 cells"),
        (b"x\ty\tsame\ta\tb\tc\td", "line 1: 7 cells"),
        (b"\n\nx\tx\tsame", "line 3: a and b must name two entities"),
        (b"x\t\tsame", "line 1: a and b must name two entities"),
        (b"\xff\xfe\xfd", "is not UTF-8"),
    ],
)
def test_bad_lines_are_named(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "judgements.tsv"
    path.write_bytes(content)
    with pytest.raises(SimpulError) as error:
        read_judgements(path)
    assert str(path) in str(error.value)
    assert message in str(error.value)
