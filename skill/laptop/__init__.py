"""The coach on a laptop: what is typed or heard there becomes commands, with no internet."""
