"""The score: cues on exact milliseconds, the one truth about a session's time.

``compile_score`` places cues; ``trimmed`` and ``joined`` cut and append; ``to_text`` and
``from_text`` write one cue a line. A stranger to the session and to the wording.
"""
