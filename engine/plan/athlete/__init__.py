"""Who is coached: the profile, the runs, the races, and what the day brought."""
