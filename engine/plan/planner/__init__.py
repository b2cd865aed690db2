"""Weeks around the runs: which days, which sessions, and why."""
