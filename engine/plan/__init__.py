"""What to train on a day: workouts, chosen from the ladders and fitted to the minutes."""
