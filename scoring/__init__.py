"""How good the extraction is, measured: `make score` writes `docs/scores.md` and the precision of each rule."""
