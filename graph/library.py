"""`KnowledgeGraph`: a graph folder as notebooks and programs use it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from graph.query import Answer, Term, ask, ask_question
from graph.store import opened
from graph.tables import TABLES, rows

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    import rdflib


class KnowledgeGraph:
    """The knowledge graph of one build, open for reading.

    >>> kg = KnowledgeGraph.open(Path("simpul-graph"))     # doctest: +SKIP
    >>> kg.tables()["posts"]                               # doctest: +SKIP
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = opened(folder).open()
        """The pyoxigraph store, for hot paths."""

    @classmethod
    def open(cls, folder: Path | str) -> KnowledgeGraph:
        """The graph in `folder`.

        Raises:
            UsageError: there is none.
        """
        return cls(Path(folder))

    def query(self, sparql: str, **values: Term) -> pd.DataFrame:
        """The rows of a SPARQL query, values as text; limits and errors as `graph.query.ask`.

        Raises:
            QueryError: it is not SPARQL, or asks for what is not allowed.
        """
        return _frame(ask(self.folder, sparql, values))

    def question(self, name: str, **values: str) -> pd.DataFrame:
        """The rows of a question that comes with Simpul.

        Raises:
            UsageError: no question or parameter of this name, or a value that does not fit.
        """
        return _frame(ask_question(self.folder, name, values))

    def tables(self, *, every: bool = False) -> dict[str, pd.DataFrame]:
        """The nine tables by name, as `graph.tables.rows` gives them."""
        import pandas as pd

        return {
            name: pd.DataFrame(rows(self.store, name, every=every), columns=table.header, dtype="string")
            for name, table in TABLES.items()
        }

    def to_rdflib(self) -> rdflib.Graph:
        """The same triples as an rdflib graph over the same store, without a copy."""
        import rdflib
        from oxrdflib.store import OxigraphStore

        from ontology.namespaces import PREFIXES

        graph = rdflib.Graph(OxigraphStore(store=self.store), rdflib.URIRef("urn:x-rdflib:default"), bind_namespaces="none")
        for prefix, iri in PREFIXES.items():
            graph.namespace_manager.bind(prefix, iri)
        return graph

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """Nodes and relationships as `docs/property-graph.md` lists them."""
        from graph.property_graph import to_networkx

        return to_networkx(self.store)


def _frame(answer: Answer) -> pd.DataFrame:
    import pandas as pd

    cells = [["" if term is None else term.value for term in row] for row in answer.rows]
    frame = pd.DataFrame(cells, columns=list(answer.columns), dtype="string")
    frame.attrs["truncated"] = answer.truncated
    return frame
