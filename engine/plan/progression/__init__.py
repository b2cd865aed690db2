"""What comes next for each exercise, and for the athlete: folds over what was done."""
