"""A workshop: what can be said, as data, and the models made of it. Nothing here runs in a session.

``sentences/*.yaml`` is the one source; ``intents.yaml`` says what can be meant; ``alexa/*.json`` is
generated from both and never edited.
"""
