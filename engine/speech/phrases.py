"""Every phrase that the coach can say and the arguments each is given.

This is the contract between the rules, which choose phrases, and the wording files, which say
them; a test holds both sides to it. Three phrases are texts of the exercise library instead
(``LIBRARY_TEXTS``). An argument that may be absent ends in ``?``.
"""

from __future__ import annotations

from collections.abc import Mapping

LIBRARY_TEXTS = {"set_up", "how_to", "form_cue", "caution", "move_how_to"}
"""Said from the library's own data; all take ``exercise`` and choose by the variant."""

_SESSION = """
first_use
safety_note
brief              focus exercises:Names minutes:Remaining
brief_why          reason
brief_gear         gear:list
brief_no_gear
brief_first        exercise:Name
ask_ready
ask_ready_again
begin
warm_up
cool_down
move               exercise:Name span:Span
announce           exercise:Name set:int of:int amount:Amount side? load:Load?
announce_again     exercise:Name set:int of:int amount:Amount side? load:Load?
announce_same      set:int of:int amount:Amount side? load:Load?
last_set           amount:Amount side? load:Load?
choose_load        amount:Amount
get_ready
listen_first
switch_sides       side
go_on_from         exercise:Name number:int
go_on_hold         exercise:Name span:Span
rest               span:Span
change
logged             amount:Amount exercise:Name
next_up            exercise:Name
next_up_set        exercise:Name set:int of:int
praise
"""

_COUNTING = """
number             n:int
phase              word
last_three
halfway
hold_start
hold_halfway
hold_left          span:Span
ten_seconds
rest_halfway
"""

_QUESTIONS = """
ask_reps           exercise:Name
ask_done           exercise:Name
ask_hold_done      exercise:Name
ask_effort         exercise:Name
ask_effort_round
ask_pain_place
ask_pain_level     place
ask_start_over
ask_again_reps
ask_again_effort
ask_again_pain_place
ask_again_pain_level
ask_again_yes_no
"""

_ANSWERS = """
today              focus exercises:Names minutes:Remaining
why                reason
next_session       day:Day
next_session_open
session_open
time_left_rest     span:Span total:Remaining
time_left_set      span:Span total:Remaining
time_left          total:Remaining
rest_over          exercise:Name
sets_left          amount:Amount
sets_left_exercise amount:Amount exercise:Name total:Amount
whats_next         exercise:Name amount:Amount
whats_next_move    exercise:Name
whats_next_end
where              exercise:Name set:int of:int side?
where_move         exercise:Name
where_rest         exercise:Name
where_briefing     exercises:Names
repeat_set         exercise:Name amount:Amount side? load:Load?
help_idle
help_briefing
help_preparing
help_working
help_resting
help_asking_reps
help_asking_effort
help_asking_pain_place
help_asking_pain_level
help_asking_yes_no
help_paused
help_finished
about
medical
unknown
unknown_working
unknown_idle
no_session
already_finished
nothing_open
not_now
known_exercise_only
"""

_CHANGES = """
paused
still_paused
resumed
not_paused
stopped            sets:Amount
stopped_early
reopened           exercise:Name
skipped            exercise:Name
swapped            old:Name new:Name
swapped_missing    old:Name new:Name gear
no_swap            exercise:Name
no_easier          exercise:Name
no_harder          exercise:Name
easier             new:Name
harder             new:Name
not_in_session     exercise:Name
back_to            exercise:Name set:int
first_already
more_rest          span:Span
less_rest          span:Span
rest_cut
no_rest_now
slower
faster
slowest
fastest
verbosity_full
verbosity_brief
verbosity_tones
effort_noted
effort_easy_noted
lowered            exercise:Name amount:Amount
lowered_load       exercise:Name load:Load
raised             exercise:Name amount:Amount
at_top             exercise:Name
stepped_down       old:Name new:Name
at_bottom          exercise:Name
said               amount:Amount exercise:Name
corrected          amount:Amount exercise:Name
corrected_load     load:Load exercise:Name
nothing_to_correct
undone             amount:Amount exercise:Name
nothing_to_undo
started_over
kept
"""

_SAFETY = """
pain_small
pain_swap          old:Name new:Name
pain_drop          exercise:Name
pain_region        place
pain_bone
pain_end
pain_noted         place
pain_gone          place
pain_gone_all
set_stopped
emergency
dizzy
winded
ill
pregnancy_sign
clearance_needed
cleared
not_blocked
"""

_END = """
summary            minutes:Span sets:Amount
summary_best       exercise:Name amount:Amount
summary_up         exercise:Name amount:Amount
summary_none
next_day           day:Day
goodbye
left_open_closed   sets:Amount
"""

_DOOR = """
lost_place
log_at_risk
teach_alexa
welcome
welcome_back       exercise:Name
link_done
link_unknown
ready_to_go_on
"""
"""Said by the service or a channel rather than by the session's rules."""


def _read(*texts: str) -> dict[str, tuple[str, ...]]:
    lines = (line.split() for text in texts for line in text.strip().splitlines())
    return {phrase: tuple(map(_argument, words)) for phrase, *words in lines}


def _argument(word: str) -> str:
    return word.split(":")[0].rstrip("?")


PHRASES: Mapping[str, tuple[str, ...]] = _read(
    _SESSION, _COUNTING, _QUESTIONS, _ANSWERS, _CHANGES, _SAFETY, _END, _DOOR
)
"""Each phrase of the wording files with the names of the arguments it may be given."""
