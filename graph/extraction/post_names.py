"""A post as the grammar of posts hands it on."""

from __future__ import annotations

from dataclasses import dataclass

from graph.extraction.areas import AreaName
from graph.extraction.organization_names import OrganizationName
from ontology.posts import Post


@dataclass(frozen=True, slots=True)
class PostName:
    """A post as named at words `start`..`end`: rank in standard spelling, `title` as written without its body."""

    start: int
    end: int
    rank: str
    title: str
    post: Post
    body: OrganizationName | None = None
    area: AreaName | None = None
    acting: str = ""
    former: bool = False
    plural: bool = False
    larger: tuple[AreaName, ...] = ()
    """The areas that follow its own: `Kepala Desa Mekar Kecamatan Sungkai`."""
