"""One run of training, in a process of its own: `python -m training.run TRAIN DEV OUTPUT`."""

from __future__ import annotations

import sys
from pathlib import Path

from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config
from thinc.api import use_ops

from graph.extraction import tokenizer  # noqa: F401  (it registers what the configuration names)

CONFIG = Path(__file__).parent / "config.cfg"


def main(documents: Path, watched: Path, output: Path) -> None:
    """Train the pipeline of `config.cfg` on `documents`, showing scores on `watched`, and write it below `output`."""
    output.mkdir(parents=True, exist_ok=True)
    config = load_config(CONFIG, {"paths.train": str(documents), "paths.dev": str(watched)}, interpolate=False)
    with use_ops("numpy", use_blis=False):  # numpy multiplies matrices three times as fast as spaCy's own library
        train(init_nlp(config), output, stdout=sys.stderr)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
