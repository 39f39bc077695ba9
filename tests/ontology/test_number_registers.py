from __future__ import annotations

from ontology.calendar import anniversaries, hijri_occasions, months, relative_days, weekdays
from ontology.number_cues import number_cues
from ontology.quantities import measures, numerals, unit_kinds, units
from ontology.register import HERE
from ontology.regulation_kinds import regulation_kinds


def test_the_calendar_is_complete() -> None:
    assert [month.number for month in months()] == list(range(1, 13))
    assert [day.number for day in weekdays()] == list(range(1, 8))
    assert {day.unit for day in relative_days()} == {"day", "week", "month", "year"}


def test_occasions_count_from_a_year_in_the_past() -> None:
    assert all(1800 < occasion.founded < 2010 for occasion in anniversaries())
    assert all(1 <= feast.month <= 12 and 1 <= feast.day <= 30 for feast in hijri_occasions())


def test_no_form_means_two_things() -> None:
    for entries in (
        [(m.concept, f) for m in measures() for f in (m.label, *m.forms)],
        [(u.unit, f) for u in units() for f in u.forms],
        [(k.kind, f) for k in regulation_kinds() for f in k.forms],
    ):
        owners: dict[str, set[str]] = {}
        for owner, form in entries:
            owners.setdefault(form.lower(), set()).add(owner)
        assert {form: names for form, names in owners.items() if len(names) > 1} == {}


def test_measures_go_with_kinds_of_unit_that_exist() -> None:
    assert {kind for measure in measures() for kind in measure.kinds} <= set(unit_kinds().values())


def test_numerals_join_in_known_ways() -> None:
    assert {n.role for n in numerals()} == {"digit", "whole", "teen", "group", "scale"}


def test_every_role_of_a_cue_is_explained_in_the_register() -> None:
    used = {role for cue in number_cues() for role in cue.roles}
    lines = (HERE / "number-cues.tsv").read_text(encoding="utf-8").splitlines()
    assert used == {line.split()[1] for line in lines if line.startswith("#   ") and not line.startswith("#    ")}
