"""Organisations as entities: an acronym and its expansion are one body, a local body belongs to the article's region."""

from __future__ import annotations

from dataclasses import replace

from graph.extraction.body_forms import BRACKETS, canonical_forms, folded
from graph.extraction.evidence import evidence
from graph.extraction.organization_names import OrganizationName
from graph.extraction.organizations import PROVINCE
from graph.extraction.places import Areas
from graph.extraction.reading import Mention, Reading
from graph.extraction.rules import rule
from graph.extraction.scan import Names
from graph.extraction.words import Words
from graph.facts import Certainty, Key, NamesOrganization, Organization, Span
from ontology.bodies import government_of, organization_kinds

ACTS = ("peraturan", "keputusan", "instruksi", "edaran")
"""What is named after whoever made it, and speaks of no body: `Peraturan Menteri Dalam Negeri Nomor 19 Tahun 2011`."""
GOVERNED = ("dako", "dakab", "daprov")
"""Short names that say themselves what kind of region it is: `Setdako`."""
PART = "bidang"
"""The kind of what is a part of another body."""
COMPLETED = ("field", "area")
"""Shapes of names that the region completes: `Dinas Sosial` is `Dinas Sosial Kota Magelang`, but `Puskesmas Mulya` is whole."""


class Bodies:
    """The organisations of one article: joins the forms of a name, hands out keys."""

    def __init__(self, reading: Reading, words: Words, areas_of: Areas, names: Names) -> None:
        """`names` tell which acronyms the article explains."""
        self.reading = reading
        self.words = words
        self.areas_of = areas_of
        self._keys: dict[tuple[str, Key | None], Key] = {}
        self._canonical = canonical_forms(names)

    def key_of(self, name: OrganizationName) -> Key:
        """The key of the body that `name` means; new forms are added to its names, the longest becomes its name."""
        area = self.areas_of.key_of(name.area) if name.area is not None else None
        if name.provincial:
            area = self.areas_of.province_key()
        kind = organization_kinds()[name.kind]
        if kind.shape == "government":
            area = area or self.areas_of.region_key()
            if area is not None:
                return self.government(area, self.words.span(name.start, name.end))
        identity = self._identity(name.base)
        local = kind.local and name.area is None
        key = self._find(identity, area, local)
        if key is None:
            key = f"organization/{len(self._keys) + 1}"
            home = self.areas_of.home_key() if area is None and local else area
            self._keys[identity, home] = key
            self.reading.entities[key] = Organization(key=key, kind=name.kind, area=home)
        self._keys.setdefault((identity, area), key)
        self._add_form(key, name, area, local)
        return key

    def government(self, area: Key, span: Span | None = None, title: str = "") -> Key:
        """The government of an area, as a body of its own; `span` is where it is named, `title` what its name begins with."""
        place = self.areas_of.area(area)
        known = ("government", area)
        if known not in self._keys:
            key = self._keys[known] = f"organization/{len(self._keys) + 1}"
            kind = government_of(place.kind)
            name = f"{title or kind.title or kind.heads[0]} {place.name}"
            self.reading.entities[key] = Organization(key=key, name=name, kind=kind.id, area=area)
        key = self._keys[known]
        if span is not None:
            entity = self.reading.entities[key]
            form = BRACKETS.sub(" ", " ".join(self.reading.text[span.start : span.end].split()))
            names = entity.names if form == entity.name or form in entity.names else (*entity.names, form)
            self.reading.entities[key] = replace(entity, names=names, mentions=_with(entity.mentions, span))
        return key

    def _identity(self, base: str) -> str:
        """The folded name of the body: register entries by their name, heads and acronyms as the article explains them."""
        form = folded(base)
        if form in self._canonical:
            return self._canonical[form]
        first, _, rest = form.partition(" ")
        return f"{self._canonical[first]} {rest}" if rest and first in self._canonical else form

    def _find(self, identity: str, area: Key | None, local: bool) -> Key | None:
        """The same name with the same area. A name without its area is the region's body, else the first of that name; a
        name with its area is the body named without one before (`PWRI` in the headline, then `PWRI Kecamatan X`)."""
        if area is not None and (identity, area) in self._keys:
            return self._keys[identity, area]
        same = [(a, key) for (name, a), key in self._keys.items() if name == identity]
        if area is None:
            home = self.areas_of.home_key() if local else None
            return next((k for a, k in same if a == home), same[0][1] if same else None)
        return next((k for a, k in same if a is None and self._area_of(k) is None), None)

    def _area_of(self, key: Key) -> Key | None:
        entity = self.reading.entities[key]
        return entity.area if isinstance(entity, Organization) else None

    def _add_form(self, key: Key, name: OrganizationName, area: Key | None, local: bool) -> None:
        entity = self.reading.entities[key]
        home = self._area_of(key) or area
        form = self._form(name)
        if local and home is not None and _is_completed(name):
            form = self._completed(form, home)
        forms = dict.fromkeys(f for f in (entity.name, *entity.names, form, name.acronym) if f)
        best = max(forms, key=lambda f: (len(f.split()), len(f), f))
        spans = _with(entity.mentions, self.words.span(name.start, name.end))
        others = tuple(f for f in forms if f != best)
        self.reading.entities[key] = Organization(
            key=key, name=best, names=others, mentions=spans, kind=getattr(entity, "kind", name.kind), area=home
        )

    def _form(self, name: OrganizationName) -> str:
        """The name as written, its acronym in brackets left out: `Badan ... (BPKAD) Kota Bogor` is `Badan ... Kota Bogor`."""
        written = BRACKETS.sub(" ", name.base)
        base = written if written[0].isupper() else written.title().replace(" Dan ", " dan ")
        tail = BRACKETS.sub(" ", self.words.written(name.base_end, name.end)).strip()
        return f"{base} {tail}".strip()

    def _completed(self, form: str, area: Key) -> str:
        place, form = self.areas_of.area(area), form.removesuffix(f" {PROVINCE}")
        if form.endswith(GOVERNED):  # `Setdako Sukamaju`
            return f"{form} {place.name}"
        return form if place.name.casefold() in form.casefold() else f"{form} {place.kind.title()} {place.name}"


def _is_completed(name: OrganizationName) -> bool:
    """A board that no register has may be the state's: it is completed only where its name says `Daerah`; a part of a body
    that has not the word of its kind (`CSR`, `Dusun Krajan`) may be anybody's."""
    surely_local = name.kind != "badan" or name.body is not None or name.base.endswith("Daerah")
    surely_local = surely_local and (name.kind != PART or name.base.startswith(organization_kinds()[PART].heads))
    return surely_local and organization_kinds()[name.kind].shape in COMPLETED


def _with(spans: tuple[Span, ...], span: Span) -> tuple[Span, ...]:
    return tuple(sorted({*spans, span}))


@rule("organizations.named", example="Dinas Kesehatan Kota Magelang menggelar ...")
def named(reading: Reading, names: Names) -> list[OrganizationName]:
    """The text speaks of a body by its name."""
    return names.organizations


@rule("organizations.in-post", example="Kepala Dinas Kesehatan (Dinas Kesehatan)")
def in_post(reading: Reading, names: Names) -> list[OrganizationName]:
    """A post is completed by the name of an agency or association; a government in a post (`Wali Kota`) is not named."""
    return [post.body for post in names.posts if post.body is not None]


def claim_organizations(reading: Reading, words: Words, names: Names, bodies_of: Bodies) -> None:
    """A body that the text speaks of is claimed once, at its first mention."""
    rules = {"organizations.named": named, "organizations.in-post": in_post}
    lawgivers = {post.body for post in names.posts if words.lower(post.start - 1) in ACTS}
    found = [
        (body, name)
        for name, find in rules.items()
        for body in find(reading, names)
        if body.kind != PART and body not in lawgivers
    ]
    claimed: dict[Key, NamesOrganization] = {}
    for body, name in sorted(found, key=lambda f: f[0].start):
        key = bodies_of.key_of(body)
        span = words.span(body.start, body.end)
        reading.mentions.append(Mention(span.start, span.end, "organization", body.base, body.kind, name, key))
        if key in claimed and not (_is_hidden(bodies_of, claimed[key]) and name == "organizations.named"):
            continue
        inferred = body.area is None and organization_kinds()[body.kind].local
        certainty = Certainty.INFERRED if inferred else Certainty.STATED
        stated_at = evidence(reading, span.start, span.end)
        claimed[key] = NamesOrganization(organization=key, span=stated_at, rule=name, certainty=certainty)
    reading.claims.extend(claimed.values())


def _is_hidden(bodies_of: Bodies, claim: NamesOrganization) -> bool:
    """Whether a claim rests on a post alone whose name holds the body's (`Mensos`), so that its sentence does not show it."""
    text = bodies_of.reading.text[claim.span.start : claim.span.end].casefold()
    entity = bodies_of.reading.entities[claim.organization]
    forms = (entity.name, *entity.names) if isinstance(entity, Organization) else ()
    return claim.rule == "organizations.in-post" and not any(form.casefold() in text for form in forms)
