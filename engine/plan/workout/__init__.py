"""One day's workout: which exercises, how many sets, how long, and how it is changed."""
