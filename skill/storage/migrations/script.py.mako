"""${message}."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}
revision = "${up_revision}"
down_revision = "${down_revision}"


def upgrade() -> None:
    """Go to this step from the one before; there is no way back but a copy of the data."""
    ${upgrades if upgrades else "pass"}
