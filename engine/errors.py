"""What can go wrong that is not the athlete's doing: the athlete never meets an exception."""

from __future__ import annotations

from dataclasses import dataclass


class CoachError(Exception):
    """Base of every error that the project raises on purpose; its text is one clear sentence."""


@dataclass(frozen=True)
class Fault:
    """One mistake in a data file, written for its author."""

    file: str
    key: str
    problem: str
    advice: str

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.problem}, try {self.advice}"


class DataError(CoachError):
    """Faulty data files; every fault is listed, not the first alone."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(str(fault) for fault in faults))


class LibraryError(DataError):
    """The exercise library cannot be used as it stands."""


class WordingError(DataError):
    """The wording lacks a phrase, or a phrase asks for what it is not given."""


class SnapshotError(CoachError):
    """A stored session cannot be read back: unknown kind or a version from the future."""
