"""A place for one session, where the athlete's own database cannot be used now."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from skill.service.ports import StorageFault
from skill.storage.connect import address_of
from skill.storage.engine import SqlStore, open_store

NAME = "spare.db"


def open_spare(url: str, folder: Path) -> SqlStore:
    """A database in that folder, with all that can still be read of the one at ``url``.

    What hurts the athlete should be known even where nothing can be written.

    Raises:
        StorageFault: nothing can be written there either.
    """
    spare = folder / NAME
    try:
        _copy(url, spare)
        return open_store(f"sqlite:///{spare}")
    except (OSError, StorageFault):
        for part in folder.glob(f"{NAME}*"):
            with suppress(OSError):
                part.unlink()
        return open_store(f"sqlite:///{spare}")


def _copy(url: str, spare: Path) -> None:
    path = address_of(url).path
    if path is None or not path.is_file():
        return
    shutil.copyfile(path, spare)
    # What was committed last may still wait beside the file.
    waiting = path.with_name(f"{path.name}-wal")
    if waiting.is_file():
        shutil.copyfile(waiting, spare.with_name(f"{NAME}-wal"))
