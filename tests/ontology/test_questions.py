"""Reading a question: its header is a contract, and a broken one is named by file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from ontology.errors import OntologyError
from ontology.questions import Parameter, questions, read_question

HEAD = "# question: 6\n# id: Siapa?\n# en: Who?\n"


def write(folder: Path, text: str) -> Path:
    path = folder / "who.rq"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_header_is_read(tmp_path: Path) -> None:
    text = (
        HEAD + "# param: post text Wali Kota — rank of the post\n# A remark.\nSELECT ?post { }\n# param: not one — any more\n"
    )
    question = read_question(write(tmp_path, text))
    assert (question.name, question.number, question.title, question.title_en) == ("who", 6, "Siapa?", "Who?")
    assert question.parameters == (Parameter(name="post", type="text", default="Wali Kota", description="rank of the post"),)
    assert question.sparql == text


@pytest.mark.parametrize(
    ("line", "default"),
    [
        ("# param: on date 2024-03-04 — the day", "2024-03-04"),
        ("# param: number integer 1240 — the number", "1240"),
        ("# param: person text — the name", None),
        ("# param: person text Siti — Aminah — the name", "Siti"),
    ],
)
def test_a_default_stands_before_the_dash(line: str, default: str | None, tmp_path: Path) -> None:
    assert read_question(write(tmp_path, f"{HEAD}{line}\nASK {{}}\n")).parameters[0].default == default


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# id: Siapa?\n# en: Who?\nASK {}", r"who\.rq: the header lacks a line '# question: \.\.\.'"),
        ("# question: 6\n# id: Siapa?\nASK {}", "lacks a line '# en:"),
        ("# question: six\n# id: Siapa?\n# en: Who?\nASK {}", "must be a number, not 'six'"),
        (HEAD + "# param: post colour red — rank\nASK {}", r"who\.rq, line 4: unknown type 'colour'"),
        (HEAD + "# param: post text rank\nASK {}", r"who\.rq, line 4: not '# param: NAME TYPE DEFAULT — DESCRIPTION'"),
    ],
)
def test_a_broken_header_is_named_by_file_and_line(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=message):
        read_question(write(tmp_path, text))


def test_the_questions_stand_in_order_of_their_number() -> None:
    numbers = [question.number for question in questions().values()]
    assert numbers == sorted(numbers)
    assert len(numbers) >= 14
