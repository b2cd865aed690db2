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

from engine.session.slots import slot_named


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
    expression: Expression, rules: Mapping[str, Sentence]
) -> Iterator[tuple[str, str, bool]]:
    """Each slot reference as (list, slot, whether some wordings lack it).

    Further values of a slot, as ``days_two``, are the slot's own: they may be there or not.
    """
    always = _always(expression, rules)
    for name, slot in dict.fromkeys(_references(expression, rules)):
        yield name, slot, slot_named(slot)[0] not in always


def _references(expression: Expression, rules: Mapping[str, Sentence]) -> Iterator[tuple[str, str]]:
    match expression:
        case ListReference():
            yield expression.list_name, expression.slot_name
        case RuleReference():
            yield from _references(rules[expression.rule_name].expression, rules)
        case Group():
            for item in expression.items:
                yield from _references(item, rules)
        case _:
            return


def _always(expression: Expression, rules: Mapping[str, Sentence]) -> frozenset[str]:
    """The command's slots that every wording fills."""
    match expression:
        case ListReference():
            return frozenset({slot_named(expression.slot_name)[0]})
        case RuleReference():
            return _always(rules[expression.rule_name].expression, rules)
        case Alternative():
            return frozenset.intersection(*(_always(item, rules) for item in expression.items))
        case Group():
            return frozenset().union(*(_always(item, rules) for item in expression.items))
        case _:
            return frozenset()
