"""Whether an article speaks of public affairs at all: a recipe, a football report, a shop page state nothing of them."""

from __future__ import annotations

from graph.extraction.reading import Reading
from graph.facts import Organization
from ontology.bodies import organization_kinds


def is_public(reading: Reading) -> bool:
    """Whether the article names a public body (a government, agency, council, court, force), or a post with its holder.

    A celebrity's divorce names areas and a football report associations; neither is this graph's concern.
    """
    bodies = (e for e in reading.entities.values() if isinstance(e, Organization))
    return any(organization_kinds()[b.kind].public for b in bodies if b.mentions) or any(
        m.type == "post" for m in reading.mentions
    )
