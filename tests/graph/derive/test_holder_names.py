"""What the holder of a post is called where no article gives the name."""

from __future__ import annotations

import pytest

from graph.derive.holder_names import called
from graph.facts import HoldsPost, Span

CALLED = {
    ("Wali Kota", "Kota Metro", True): "Wali Kota Metro",
    ("Bupati", "Kupang", True): "Bupati Kupang",
    ("Sekretaris Daerah", "Bungo", True): "Sekretaris Daerah Bungo",
    ("Kepala Dinas", "Dinas Sosial", False): "Kepala Dinas Sosial",
    ("Kepala Dinas", "Dinkes Kabupaten Bungo", False): "Kepala Dinkes Kabupaten Bungo",
    ("Kepala Badan", "BPBD Kabupaten Bungo", False): "Kepala BPBD Kabupaten Bungo",
    ("Kepala Puskesmas", "Puskesmas Yosomulyo", False): "Kepala Puskesmas Yosomulyo",
    ("Kepala Bagian", "Sekretariat Daerah Bungo", False): "Kepala Bagian Sekretariat Daerah Bungo",
    ("Menteri", "Kementerian Dalam Negeri", False): "Menteri Dalam Negeri",
    ("Camat", "Kecamatan Darma", False): "Camat Darma",
    ("Anggota DPRD", "DPRD Kabupaten Bungo", False): "Anggota DPRD Kabupaten Bungo",
    ("Kapolres", "Polresta Bogor", False): "Kapolres Polresta Bogor",
    ("Kapolres", "Polres Bungo", False): "Kapolres Bungo",
    ("Kajari", "Kejaksaan Negeri Bungo", False): "Kajari Bungo",
    ("Ketua Pengadilan Negeri", "Pengadilan Negeri Bungo", False): "Ketua Pengadilan Negeri Bungo",
    ("Kasat Reskrim", "Polres Bungo", False): "Kasat Reskrim Polres Bungo",
    ("Direktur", "", False): "Direktur",
}


@pytest.mark.parametrize(("known", "expected"), CALLED.items())
def test_called(known: tuple[str, str, bool], expected: str) -> None:
    post, whose, governs = known
    claim = HoldsPost(span=Span(0, 1), rule="posts.unnamed", person="person/1", post=post)
    assert called(claim, whose, governs=governs) == expected
