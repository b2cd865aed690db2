"""Wording: phrases with their arguments become words of a locale."""
