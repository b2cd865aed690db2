"""``python -m skill.cli`` is ``stride``."""

from skill.cli.main import main

main()
