"""Sound: PCM clips, a voice that turns text into them, and a loudspeaker that plays them."""
