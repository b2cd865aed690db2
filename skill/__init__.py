"""Everything that touches the world: channels, storage, sound, the command line."""
