"""Lists in which numbers stand beside areas, before or behind them: `628 Banjarsari, 379 Purwosari`, `Mulyosari 138, Karang Rejo 777`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.extraction.reading import Mention, Quantity, Reading
from graph.facts import Key

SHORTEST = 2
"""One number beside an area may mean anything; two or more in a row are a list."""
BESIDE = re.compile(r"[ \t:=(]*(?:sebanyak|sejumlah|ada)?[ \t:=]*")
JOINT = re.compile(r"[^\d.;!?]{0,40}")


@dataclass(frozen=True, slots=True)
class Item:
    """A number and the area that it belongs to."""

    quantity: Quantity
    area: Key


def area_lists(reading: Reading) -> list[list[Item]]:
    """The lists of the article, each of at least two items in a row; both orders may mix in one list."""
    lists: list[list[Item]] = []
    areas = [m for m in reading.mentions if m.type == "area"]
    end = -1
    for quantity in reading.quantities:
        area = _beside(reading, quantity, areas, end)
        if area is None:
            continue
        start = min(area.start, quantity.start)
        item = Item(quantity, area.key)
        if lists and end <= start and JOINT.fullmatch(reading.text, end, start):
            lists[-1].append(item)
        else:
            lists.append([item])
        end = max(area.end, quantity.end)
    return [items for items in lists if len(items) >= SHORTEST]


def _beside(reading: Reading, quantity: Quantity, areas: list[Mention], taken: int) -> Mention | None:
    """The area right behind a number without a noun of its own, else the one right before the number, if no other number has it."""
    number = quantity.number
    behind = next((a for a in areas if a.start >= number.end), None)
    before = next((a for a in reversed(areas) if a.end <= number.start and a.start >= taken), None)
    if before is not None and BESIDE.fullmatch(reading.text, before.end, number.start):
        return before
    if behind is not None and not quantity.unit and reading.text[number.end : behind.start].strip(" \t") in ("", "di", "untuk", "Kelurahan", "kelurahan"):
        return behind
    return None
