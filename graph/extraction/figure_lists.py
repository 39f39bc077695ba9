"""Lists in which numbers stand beside names: `620 Sukamaju, 370 Sukasari`, `Sukamaju 130, Suka Sari 770`.

The names are areas; in a list that holds an area, or is long enough, other capitalised names count too (`Satpol PP 20 orang,
Dishub 15 orang, TNI 10 orang`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.extraction.figure_nouns import kind_of
from graph.extraction.listed_areas import LEADS
from graph.extraction.patterns import starting_in
from graph.extraction.reading import Mention, Quantity, Reading
from graph.facts import Key
from ontology.number_cues import cue_words

SHORTEST = 2
"""One number beside an area may mean anything; two or more in a row are a list."""
REACH = 60  # characters from a number to the beginning of the name beside it
SHORTEST_OF_NAMES = 3  # capitals before a number are no name yet, three of them in a row are
BESIDE = re.compile(rf"[ \t:=(]*(?:(?:{LEADS})\b)?[ \t:=]*")
BEHIND = re.compile(r"[ \t]*(?:(?:di|untuk)[ \t]+)?(?:[Kk]elurahan[ \t]+|[Dd]esa[ \t]+)?")
JOINT = re.compile(r"[^\d.;!?]{0,40}")
NAME = re.compile(r"(?:(?<=[,(:] )|(?<=\bdan )|(?<=\bserta )|(?<=\brincian ))(?:dan )?(?P<name>(?:[A-Z][\w'’-]*[ \t]+){1,4})$")


@dataclass(frozen=True, slots=True)
class Item:
    """A number and the area that it belongs to, else the name beside it as written."""

    quantity: Quantity
    area: Key | None
    name: str = ""


def number_lists(reading: Reading) -> list[list[Item]]:
    """The lists of the article, their items in order; both orders of name and number may mix in one list."""
    lists: list[list[Item]] = []
    areas = [m for m in reading.mentions if m.type == "area"]
    bodies = [m for m in reading.mentions if m.type == "organization"]
    end = -1
    for quantity in reading.quantities:
        found = _item(reading, quantity, areas, end) or _staff(reading, quantity, bodies, lists[-1] if lists else [])
        if found is None:
            continue
        item, start, last = found
        if lists and end <= start and JOINT.fullmatch(reading.text, end, start):
            lists[-1].append(item)
        else:
            lists.append([item])
        end = last
    return [items for items in lists if _is_list(items)]


def _is_list(items: list[Item]) -> bool:
    known = sum(item.area is not None for item in items)
    return len(items) >= (SHORTEST if known else SHORTEST_OF_NAMES)


def _item(reading: Reading, quantity: Quantity, areas: list[Mention], taken: int) -> tuple[Item, int, int] | None:
    """The item of a number, with its bounds: the area right before it, else right behind it, else a name before it."""
    number = quantity.number
    near = starting_in(areas, max(taken, number.start - REACH), number.end + REACH)
    before = next((a for a in reversed(near) if a.end <= number.start), None)
    if before is not None and BESIDE.fullmatch(reading.text, before.end, number.start):
        return Item(quantity, before.key), before.start, quantity.end
    behind = next((a for a in near if a.start >= number.end), None)
    if behind is not None and not quantity.unit and BEHIND.fullmatch(reading.text, number.end, behind.start):
        return Item(quantity, behind.key), quantity.start, behind.end
    name = NAME.search(reading.text, max(taken, number.start - REACH), number.start)
    if name is not None:
        return Item(quantity, None, " ".join(name["name"].split())), name.start("name"), quantity.end
    return None


def _staff(reading: Reading, quantity: Quantity, bodies: list[Mention], before: list[Item]) -> tuple[Item, int, int] | None:
    """The body whose people are counted: `250 personel Polri`, and in the list that goes on from there `60 TNI`."""
    at = quantity.number.end
    body = next(iter(starting_in(bodies, at, at + REACH)), None)
    if body is None:
        return None
    noun = reading.text[at : body.start].strip().lower()
    goes_on = not noun and bool(before) and before[0].quantity.unit in cue_words("staff")
    return (Item(quantity, body.key), quantity.start, body.end) if goes_on or noun in cue_words("staff") else None


def of_kind(reading: Reading, *kinds: str) -> Iterator[Quantity]:
    """The quantities of these kinds that stand in no list."""
    listed = {item.quantity for items in number_lists(reading) for item in items}
    return (q for q in reading.quantities if kind_of(q.unit) in kinds and q not in listed)
