"""Posts that pass from one to the other: whoever moves from post to post, and whoever follows whom."""

from __future__ import annotations

from dataclasses import replace

from graph.extraction.holdings import Found, Holding, Scene
from graph.extraction.joined_posts import is_over, moves_on, origin_end
from graph.extraction.reading import Reading
from graph.extraction.rules import rule
from ontology.name_cues import name_cues


@rule("posts.moved", example="Totok Sugiarto dari Camat Boja menjadi Sekda Kendal")
def moved(reading: Reading, scene: Scene) -> Found:
    """Whoever is said to have one post and to get or have the next: `Rahmat, Bupati Sleman yang juga Ketua APKASI`."""
    found: Found = []
    for first, second in zip(scene.holdings, scene.holdings[1:], strict=False):
        if second.post.plural or not moves_on(scene.words, first.post, second.post):
            continue
        origin = scene.ends.get(origin_end(scene.words, first.post) or 0)
        if origin is not None and first.person is None:
            first.post = replace(first.post, former=True)
            found += [(first, origin)] if second.person is not None else [(first, origin), (second, origin)]
        elif second.person is None and first.person is not None and first.rule == "posts.after-name":
            second.post = replace(second.post, former=second.post.former or is_over(scene.words, second.post))
            found.append((second, first.person))
        elif first.person is None and second.person is not None and _goes_on(scene, first):
            found.append((first, second.person))  # `Ketua Panitia, yang juga Camat Boja, Sari`
    return found


def _goes_on(scene: Scene, holding: Holding) -> bool:
    """Whether `yang` leads on from a post, behind a comma or not."""
    k = holding.post.end
    return scene.words.lower(k + (scene.words.lower(k) == ",")) == "yang"


@rule("posts.succeeded", example="Kapolres Boja AKBP Rahmat digantikan AKBP Budi; jabatan Camat Boja dari Rahmat kepada Sari")
def succeeded(reading: Reading, scene: Scene) -> Found:
    """Whoever follows the holder of a post, where the article speaks of offices: not `digantikan Rahmat sebagai pemain`."""
    found: Found = []
    if not name_cues("office") & set(scene.words.lowers):
        return found
    for holding in list(scene.holdings):
        k = holding.post.end
        k += scene.words.lower(k) in name_cues("passed-on")
        k += scene.words.lower(k) in ("dari", ",")
        if k not in scene.starts or not scene.words.same_sentence(holding.post.start, k) or holding.post.plural:
            continue
        old, key = scene.starts[k]
        new = _new_holder(scene, old.end, handed=scene.words.lower(k - 1) == "dari")
        if new is None:
            continue
        if holding.person is None:
            holding.post = replace(holding.post, former=True)
            found.append((holding, key))
        share: Holding = replace(holding, post=replace(holding.post, former=False))
        scene.holdings.append(share)
        found.append((share, scene.starts[new][1]))
    return found


def _new_holder(scene: Scene, k: int, *, handed: bool) -> int | None:
    """Where the name begins that `digantikan (oleh)` or, of what is handed on, `kepada` leads to."""
    k += scene.words.lower(k) == ","
    cues = ("kepada", "ke") if handed else tuple(name_cues("replaced"))
    size = next((n for n in (2, 1) if scene.words.written(k, k + n).lower() in cues), 0) if k + 2 < len(scene.words) else 0
    if not size or k + size not in scene.starts or not scene.words.same_sentence(k, k + size):
        return None
    behind = scene.starts[k + size][0].end
    for_a_moment = scene.words.same_sentence(k, behind) and scene.words.lower(behind) in name_cues("stand-in")
    return None if for_a_moment else k + size


def taken_by_leavers(scene: Scene) -> set[int]:
    """Where posts begin that somebody named before gets, with whom the clause ends: `Rahmat digeser dari Camat Boja menjadi
    Camat Weleri, Sari ...`."""
    pairs = zip(scene.holdings, scene.holdings[1:], strict=False)
    moves = ((a.post, b.post) for a, b in pairs if moves_on(scene.words, a.post, b.post))
    return {second.start for first, second in moves if origin_end(scene.words, first) in scene.ends}
