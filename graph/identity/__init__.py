"""Who is who: which entities of different articles are one, by rules that give reasons and by what people have judged."""

from graph.identity.clusters import Clusters, Unsure, resolve
from graph.identity.judgements import Judged, read_judgements

__all__ = ["Clusters", "Judged", "Unsure", "read_judgements", "resolve"]
