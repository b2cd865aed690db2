"""Writing templates out."""

from __future__ import annotations

import pytest
from hassil.parse_expression import parse_sentence

from interaction_models.expand import samples_of, slots_of

RULES = {"did": parse_sentence("(i did|did)")}


@pytest.mark.parametrize(
    ("template", "samples"),
    [
        ("stop", ["stop"]),
        ("[please] stop [now]", ["please stop now", "please stop", "stop now", "stop"]),
        ("(hold|hang) on", ["hold on", "hang on"]),
        ("<did> {count:reps}", ["i did {count:reps}", "did {count:reps}"]),
        ("(a|a) b", ["a b"]),
        ("do [[it] now]", ["do it now", "do now", "do"]),
    ],
)
def test_a_template_is_written_out_in_its_order(template: str, samples: list[str]) -> None:
    assert samples_of(parse_sentence(template), RULES) == samples


def test_a_missing_rule_is_an_error() -> None:
    with pytest.raises(KeyError, match="nothing"):
        samples_of(parse_sentence("<nothing> to do"), {})


@pytest.mark.parametrize(
    ("template", "loose"),
    [
        ("did {count:reps} [reps]", False),
        ("(did|got) {count:reps}", False),
        ("did [{count:reps}]", True),
        ("did ({count:reps}|it)", True),
        ("did [all (of {count:reps})]", True),
        ("({count:reps}|all {count:reps})", False),
    ],
)
def test_a_slot_that_may_be_dropped_is_seen(template: str, loose: bool) -> None:
    assert list(slots_of(parse_sentence(template).expression, {})) == [("count", "reps", loose)]


def test_further_values_of_a_slot_may_be_dropped_while_one_is_always_there() -> None:
    rules = {"days": parse_sentence("({day:days}|{day:days} [and] {day:days_two})")}
    found = list(slots_of(parse_sentence("on <days>").expression, rules))
    assert found == [("day", "days", False), ("day", "days_two", False)]


def test_further_values_alone_may_be_missing() -> None:
    found = list(slots_of(parse_sentence("on [{day:days_two}]").expression, {}))
    assert found == [("day", "days_two", True)]
