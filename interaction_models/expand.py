"""Writes a template out as every sentence it stands for, its slots kept as ``{list:slot}``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from hassil.expression import (
    Alternative,
    Expression,
    Group,
    ListReference,
    RuleReference,
    Sentence,
    TextChunk,
)


def samples_of(template: Sentence, rules: Mapping[str, Sentence]) -> list[str]:
    """The sentences in the template's order, none twice. A rule that is missing raises KeyError."""
    written = _written(template.expression, rules)
    return list(dict.fromkeys(" ".join(sentence.split()) for sentence in written))


def _written(expression: Expression, rules: Mapping[str, Sentence]) -> Iterator[str]:
    match expression:
        case TextChunk():
            yield expression.text
        case ListReference():
            yield f"{{{expression.list_name}:{expression.slot_name}}}"
        case RuleReference():
            yield from _written(rules[expression.rule_name].expression, rules)
        case Alternative():
            for item in expression.items:
                yield from _written(item, rules)
        case Group():
            parts = [list(_written(item, rules)) for item in expression.items]
            yield from ("".join(choice) for choice in product(*parts))
        case _:
            raise ValueError(f"{expression} is no part of a template here")


def slots_of(
    expression: Expression, rules: Mapping[str, Sentence], loose: bool = False
) -> Iterator[tuple[str, str, bool]]:
    """Each slot reference as (list, slot, whether an alternative or an optional could drop it)."""
    match expression:
        case ListReference():
            yield expression.list_name, expression.slot_name, loose
        case RuleReference():
            yield from slots_of(rules[expression.rule_name].expression, rules, loose)
        case Group():
            inside = loose or isinstance(expression, Alternative)
            for item in expression.items:
                yield from slots_of(item, rules, inside)
        case _:
            return
