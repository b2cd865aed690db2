"""Scripts become what a channel can play."""
