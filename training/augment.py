"""Training sentences for what the name corpora lack: names with degrees, agencies, kelurahan, headlines in capitals.

All are made from the registers and from patterns written for the project; the same seed gives the same sentences.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from random import Random

from spacy.language import Language
from spacy.tokens import Doc

from ontology.areas import areas
from ontology.bodies import fields
from ontology.posts import posts
from ontology.register import read_register
from ontology.titles import degrees, honorifics

HERE = Path(__file__).parent
SLOT = re.compile(r"\{(\w+)\}")
AGENCIES = ("Dinas", "Dinas", "Badan", "Bagian", "Kantor", "Satuan")
SMALL_WORDS = frozenset({"di", "ke", "dan", "yang", "untuk", "dari", "dengan", "pada", "oleh", "dalam", "atau"})
LABELS = {
    "person": "PER",
    "surname": "PER",
    "agency": "ORG",
    "area": "LOC",
    "area_upper": "LOC",
    "area_name": "LOC",
    "village": "LOC",
    "building": "LOC",
}


@dataclass(frozen=True, slots=True)
class Pattern:
    pattern: str
    kind: str


@dataclass(frozen=True, slots=True)
class NamePart:
    name: str
    place: str


@dataclass(frozen=True, slots=True)
class Filler:
    slot: str
    words: tuple[str, ...]


class Writer:
    """Fills patterns; every draw comes from one seeded source."""

    def __init__(self, nlp: Language, seed: int) -> None:
        self.nlp = nlp
        self.random = Random(seed)
        self.patterns = read_register(Pattern, "patterns", (HERE,))
        self.fillers = {filler.slot: filler.words for filler in read_register(Filler, "fillers", (HERE,))}
        names = read_register(NamePart, "people", (HERE,))
        self.first = [part.name for part in names if part.place == "first"]
        self.last = [part.name for part in names if part.place == "last"]
        self.regions = areas().regions()
        self.posts = [form for post in posts() if post.takes in {"government", "kota", "kabupaten"} for form in post.forms]
        self.fields = sorted(fields())
        self.degrees = [
            form for degree in degrees() if degree.kind in {"bachelor", "master", "specialist"} for form in degree.forms
        ]
        self.honorifics = [form for honorific in honorifics() for form in honorific.forms]

    def sentence(self) -> Doc:
        """One pattern filled, as a document with its names marked."""
        pattern = self.random.choice(self.patterns)
        text, spans = "", []
        for i, part in enumerate(SLOT.split(pattern.pattern)):
            if i % 2 == 0:
                text += part
                continue
            before, filled, after = self._fill(part)
            if label := LABELS.get("person" if part == "titled" else part):
                spans.append((len(text) + len(before), len(text) + len(before) + len(filled), label))
            text += before + filled + after
        if pattern.kind == "headline" and self.random.random() < 0.4:
            text = text.upper()
        doc = self.nlp.make_doc(text)
        found = [doc.char_span(start, end, label=label, alignment_mode="contract") for start, end, label in spans]
        doc.set_ents([span for span in found if span is not None])
        return doc

    def _fill(self, slot: str) -> tuple[str, str, str]:
        """What stands before the name, the name, what stands after it: `dr. H. `, `Budi Santosa`, `, M.Kes.`"""
        if slot == "titled":
            return self._titles_before(), self._person(), self._degrees_after()
        made = getattr(self, f"_{slot.lower()}", None)
        text = made() if made is not None else self.random.choice(self.fillers[slot.lower()])
        return "", str(text).title() if slot[0].isupper() else str(text), ""

    def _person(self) -> str:
        first = self.random.choice(self.first)
        if self.random.random() < 0.1 and first[0] not in "HRT":  # H. and R. are titles, T. is one in Aceh
            first = f"{first[0]}."
        middle = [self.random.choice(self.first)] if self.random.random() < 0.25 else []
        last = [self.random.choice(self.last)] if middle or first.endswith(".") or self.random.random() < 0.85 else []
        return " ".join([first, *middle, *last])

    def _surname(self) -> str:
        return self.random.choice(self.first if self.random.random() < 0.5 else self.last)

    def _surname_place(self) -> str:
        return self.random.choice(self.last)

    def _honorific(self) -> str:
        return self.random.choice(self.honorifics)

    def _titles_before(self) -> str:
        return "".join(f"{self._honorific()} " for _ in range(self.random.choice((0, 0, 1, 1, 2))))

    def _degrees_after(self) -> str:
        count = self.random.choice((0, 0, 1, 2))
        return "".join(f", {self.random.choice(self.degrees)}" for _ in range(count))

    def _area(self) -> str:
        region = self.random.choice(self.regions)
        kind = region.kind.capitalize()
        return f"{kind} {region.name}" if self.random.random() < 0.6 else region.name

    def _area_name(self) -> str:
        return self.random.choice(self.regions).name

    def _area_upper(self) -> str:
        return self._area_name().upper()

    def _village(self) -> str:
        district = self.random.choice(areas().children(self.random.choice(self.regions).code) or self.regions)
        village = self.random.choice(areas().children(district.code) or (district,))
        return f"{village.kind.capitalize()} {village.name}" if self.random.random() < 0.7 else village.name

    def _building(self) -> str:
        """A place that bears somebody's name: it is no person."""
        named = self._person() if self.random.random() < 0.4 else self._surname()
        return f"{self.random.choice(self.fillers['kind of building'])} {named}"

    def _agency(self) -> str:
        first, second, third = self.random.sample(self.fields, 3)
        name = self.random.choice((first, f"{first} {second}", f"{first} dan {second}", f"{first}, {second} dan {third}"))
        place = f" {self._area()}" if self.random.random() < 0.4 else ""
        return f"{self.random.choice(AGENCIES)} {name}{place}"

    def _post(self) -> str:
        return self.random.choice(self.posts)

    def _number(self) -> str:
        return self.random.choice(
            (str(self.random.randint(2, 990)), f"{self.random.randint(1, 99)}.{self.random.randint(100, 999)}")
        )

    def _age(self) -> int:
        return self.random.randint(18, 80)

    def _year(self) -> int:
        return self.random.randint(2005, 2025)

    def _date(self) -> str:
        return f"{self.random.randint(1, 28)}/{self.random.randint(1, 12)}/{self._year()}"


def recased(doc: Doc, *, upper: bool) -> Doc:
    """A copy in headline case, names still marked: in capitals, or with a capital on every word but the small ones."""
    words = [
        t.text.upper() if upper else t.text if t.lower_ in SMALL_WORDS and t.i else t.text[0].upper() + t.text[1:] for t in doc
    ]
    labels = [f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in doc]
    return Doc(doc.vocab, words=words, spaces=[bool(t.whitespace_) for t in doc], ents=labels)


def recased_some(docs: list[Doc], seed: int) -> list[Doc]:
    """Headline copies of one sentence in five, a third of them in capitals."""
    random = Random(seed)
    return [recased(doc, upper=random.random() < 1 / 3) for doc in docs if random.random() < 1 / 5]
