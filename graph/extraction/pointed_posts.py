"""Posts that point back to their holder: `Pj Sekda Bone itu`, `Pria yang juga Ketua KONI Sleman ini`."""

from __future__ import annotations

from graph.extraction.holdings import Found, Scene
from graph.extraction.joined_posts import joint_start
from graph.extraction.name_shapes import after_forms
from graph.extraction.post_names import PostName
from graph.extraction.reading import Reading
from graph.extraction.rules import rule
from graph.extraction.words import Words
from ontology.name_cues import name_cues
from ontology.speech_verbs import speech_cues


@rule("posts.this-one", example="kata Andi Saputra. Pj Sekda Bone itu mengatakan ...")
def this_one(reading: Reading, scene: Scene) -> Found:
    """A post with `itu` or `ini` is held by the person named last before it, suspects aside."""
    found: Found = []
    for holding in scene.holdings:
        post, words = holding.post, scene.words
        open_one = holding.person is None and not post.plural and (post.area is not None or post.body is not None)
        if not open_one or words.lower(post.end) not in name_cues("anaphor") or not _can_be_subject(words, post):
            continue
        before = [key for at, (_, key) in sorted(scene.starts.items()) if at < post.start and key not in reading.suspects]
        if before:
            found.append((holding, before[-1]))
    return found


def _can_be_subject(words: Words, post: PostName) -> bool:
    """No noun stands before the post: `mobil dinas Ketua DPRD Bone itu` is a car, but `Pria yang menjabat Ketua DPRD Bone itu`
    is he."""
    k = joint_start(words, post)
    if k is not None and words.lower(k - 1) in speech_cues("description"):
        return True
    before = words.text[post.start - 1] if words.same_sentence(post.start - 1, post.start) else ""
    return not before[:1].islower() or before in name_cues("agent") | after_forms()
