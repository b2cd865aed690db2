"""The one door: every channel reaches the rules and the athlete's data through here alone."""
