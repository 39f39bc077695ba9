"""Rules of extraction: named, with their reason and an example, and each with a switch.

A rule is a function whose first argument is the `Reading`. Its name is written into every claim it makes, `make score` counts
its precision, and `Reading.off` switches it off: a test does that for each rule and expects a case to break.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import update_wrapper
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from graph.extraction.reading import Reading

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Rule:
    """`name` is `kind.what`, `example` the words it is for, `why` the first line of the function's docstring."""

    name: str
    example: str
    why: str


RULES: dict[str, Rule] = {}


def rule(
    name: str, *, example: str
) -> Callable[[Callable[Concatenate[Reading, P], list[R]]], Callable[Concatenate[Reading, P], list[R]]]:
    """Register a function that returns a list of findings as the rule `name`; switched off, it finds nothing."""

    def decorate(function: Callable[Concatenate[Reading, P], list[R]]) -> Callable[Concatenate[Reading, P], list[R]]:
        if name in RULES:
            raise ValueError(f"two rules are called {name!r}")
        RULES[name] = Rule(name, example, (function.__doc__ or "").strip().split("\n")[0])

        def switched(reading: Reading, /, *args: P.args, **kwargs: P.kwargs) -> list[R]:
            return [] if name in reading.off else function(reading, *args, **kwargs)

        return update_wrapper(switched, function)

    return decorate
