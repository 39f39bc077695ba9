"""`simpul info`."""

from __future__ import annotations

from importlib.metadata import version

from graph.cli.options import DEFAULT_GRAPH, Graph
from graph.cli.output import data, say

EXAMPLES = "Example:  simpul info --graph metro"


def info(graph: Graph = DEFAULT_GRAPH) -> None:
    """Versions of program, extraction and model, and what the graph holds."""
    from graph.store import current
    from graph.version import extraction_version

    lines = [("simpul", version("simpul")), ("extraction", extraction_version()), *_model()]
    generation = current(graph)
    if generation is None:
        say(f"{graph}: no graph here yet")
    else:
        manifest = generation.manifest()
        if manifest["extraction"] != extraction_version():
            say(f"{graph}: made by extraction {manifest['extraction']}; build it again to bring it up to date")
        lines += [("graph", str(graph)), ("generation", generation.folder.name), ("base", manifest["base"])]
        lines += [("articles", str(manifest["articles"])), ("left out", str(len(manifest["skipped"])))]
        lines += [(f"{kind}.{name}", str(n)) for kind in ("facts", "entities") for name, n in manifest[kind].items()]
    data("".join(f"{name}\t{value}\n" for name, value in lines))


def _model() -> list[tuple[str, str]]:
    """Name, version and hash of the trained model; a damaged one is an error."""
    from graph.extraction.language import MODEL, model_info

    if not (MODEL / "pipeline").is_dir():
        return [("model", "none")]
    model = model_info()
    return [("model", f"{model.name} {model.version}"), ("model hash", model.hash)]
