"""The texts of a wording file, and what each of them refers to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fluent.syntax import ast


@dataclass(frozen=True)
class Text:
    """One pattern of the file."""

    message: str
    attribute: str | None
    says: frozenset[str]
    """Variables whose value is spoken."""
    chooses: frozenset[str]
    """Variables that only choose a plural form."""
    logic: frozenset[str]
    """Kinds of expressions beyond words, variables and plural forms."""
    silent: bool
    """An empty string literal and nothing else: left unsaid."""

    @property
    def uses(self) -> frozenset[str]:
        return self.says | self.chooses

    @property
    def key(self) -> str:
        """Where an author finds it."""
        return f"{self.message}.{self.attribute}" if self.attribute else self.message


def texts_of(resource: ast.Resource) -> Iterator[Text]:
    """Every pattern of every message, in the file's order."""
    for entry in resource.body:
        if isinstance(entry, ast.Message):
            if entry.value is not None:
                yield _text(entry.id.name, None, entry.value)
            for attribute in entry.attributes:
                yield _text(entry.id.name, attribute.id.name, attribute.value)


def _text(message: str, attribute: str | None, pattern: ast.Pattern) -> Text:
    parts = list(_parts(pattern))
    kinds = {kind: frozenset(name for k, name in parts if k == kind) for kind, _ in parts}
    nothing: frozenset[str] = frozenset()
    return Text(
        message,
        attribute,
        says=kinds.get("says", nothing),
        chooses=kinds.get("chooses", nothing),
        logic=kinds.get("logic", nothing),
        silent=not any(name for _, name in parts),
    )


def _parts(node: object) -> Iterator[tuple[str, str]]:
    """What there is in a pattern, as (kind, name or words)."""
    match node:
        case ast.Pattern(elements=elements):
            for element in elements:
                yield from _parts(element)
        case ast.Placeable(expression=expression):
            yield from _parts(expression)
        case ast.SelectExpression(selector=selector, variants=variants):
            yield from _selector(selector)
            for variant in variants:
                yield from _parts(variant.value)
        case ast.VariableReference(id=name):
            yield "says", name.name
        case ast.TextElement(value=words) | ast.StringLiteral(value=words):
            yield "words", words
        case ast.BaseNode():
            yield "logic", type(node).__name__


def _selector(selector: ast.InlineExpression | ast.Placeable) -> Iterator[tuple[str, str]]:
    if isinstance(selector, ast.VariableReference):
        yield "chooses", selector.id.name
    else:
        yield from _parts(selector)
