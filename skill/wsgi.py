"""For WSGI servers: ``skill.wsgi:app``, with the settings of the environment."""

from __future__ import annotations

import logging

from skill.app import create_app
from skill.config import Settings

settings = Settings.from_environment()
logging.basicConfig(level=settings.log_level)
app = create_app(settings)
