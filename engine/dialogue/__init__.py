"""What is talked about beside a session: the plan, the profile, progress and runs."""
