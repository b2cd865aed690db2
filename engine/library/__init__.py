"""The exercises: what can be trained, how it is done, and what it must not be combined with."""
