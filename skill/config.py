"""Settings: read once from the environment and a ``.env`` file, nowhere else."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dotenv import dotenv_values
from platformdirs import user_data_path

from engine.errors import CoachError

PREFIX = "STRIDE_"


class SettingsError(CoachError):
    """A setting is unknown or cannot be read; the text names every one."""


@dataclass(frozen=True)
class Settings:
    """All settings with their defaults; docs in the README's table."""

    database_url: str = field(default_factory=lambda: default_database_url())
    """SQLAlchemy URL; by default a SQLite file in the platform's user data folder."""
    alexa_skill_id: str | None = None
    """Requests of other skills are refused where it is set."""
    alexa_verify: bool = True
    """Whether the signature of Alexa requests is required; False only for local tests."""
    public_url: str | None = None
    """HTTPS address under which Alexa reaches this server."""
    voice: str | None = None
    """Name of the laptop's voice; None is the default one."""
    locale: str = "en-US"
    log_level: str = "WARNING"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read ``STRIDE_*`` from a ``.env`` file in the working folder and the environment.

        Raises:
            SettingsError: for unknown names and unreadable values, all at once.
        """
        given = dict(dotenv_values(Path.cwd() / ".env")) if environment is None else {}
        given |= dict(os.environ if environment is None else environment)
        values = {n: v for n, v in given.items() if n.startswith(PREFIX) and v is not None}
        problems = [f"{name} is not a setting" for name in values if name not in _READERS]
        read: dict[str, object] = {}
        for name, (key, reader) in _READERS.items():
            if name in values:
                try:
                    read[key] = reader(values[name].strip())
                except ValueError as error:
                    problems.append(f"{name} {error}")
        if problems:
            known = ", ".join(sorted(_READERS))
            raise SettingsError(f"{'; '.join(sorted(problems))}. Known settings: {known}.")
        return cls(**read)  # type: ignore[arg-type]  # each reader gives its field's type


def default_database_url() -> str:
    """A SQLite file in the platform's folder for a user's data."""
    return f"sqlite:///{user_data_path('strong-stride') / 'strong-stride.db'}"


def _text(value: str) -> str:
    if not value:
        raise ValueError("is empty; leave it out instead")
    return value


def _switch(value: str) -> bool:
    switches = {"1": True, "true": True, "on": True, "0": False, "false": False, "off": False}
    if value.lower() not in switches:
        raise ValueError(f"is {value!r}; it takes 1 or 0")
    return switches[value.lower()]


def _log_level(value: str) -> str:
    levels = ("DEBUG", "INFO", "WARNING", "ERROR")
    if value.upper() not in levels:
        raise ValueError(f"is {value!r}; it takes one of {', '.join(levels)}")
    return value.upper()


def _locale(value: str) -> str:
    if not value.lower().startswith("en"):
        raise ValueError(f"is {value!r}; the coach speaks English (en-US) so far")
    return value


_READERS = {
    "STRIDE_DATABASE_URL": ("database_url", _text),
    "STRIDE_ALEXA_SKILL_ID": ("alexa_skill_id", _text),
    "STRIDE_ALEXA_VERIFY": ("alexa_verify", _switch),
    "STRIDE_PUBLIC_URL": ("public_url", _text),
    "STRIDE_VOICE": ("voice", _text),
    "STRIDE_LOCALE": ("locale", _locale),
    "STRIDE_LOG_LEVEL": ("log_level", _log_level),
}
