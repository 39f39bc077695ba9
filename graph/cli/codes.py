"""Exit codes of the program."""

from __future__ import annotations

from typing import Final

FAILED: Final = 1
WRONG_CALL: Final = 2
LEFT_OUT: Final = 3
FOUND: Final = 4
INTERRUPTED: Final = 130
