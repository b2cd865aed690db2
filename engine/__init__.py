"""The coach's mind: pure rules with no clock, no chance, no input or output.

Rooms, only ever importing downward: ``session``, ``score`` and ``speech`` (strangers to one
another), then ``plan``, ``library``, ``cues``, and ``units`` and ``errors`` at the bottom.
"""
