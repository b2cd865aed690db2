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

_REASONS = """
because_first_session
because_full_body
because_focus_legs
because_focus_core
because_focus_upper
because_fits_minutes
because_no_gear
because_uses_gear
because_easing_in
because_spares_pain
because_longer_rests
because_mobility
because_asked_light
because_day_free            day:Day
because_day_easy_run        day:Day
because_day_after_hard      day:Day
because_moved_here
because_before_hard         kind
because_after_sudden
because_away_from_long      day:Day
because_phase_build         week:int
because_phase_deload
because_phase_taper         day:Day?
because_phase_race_week     day:Day?
because_phase_recovery
because_kind_full
because_kind_legs
because_kind_upper
because_kind_core
because_kind_race
because_comeback
because_after_illness
because_easier_day
because_older_rests
because_other
"""
"""Why this session on this day: whole sentences, for the code of a reason each."""

_REASONS_TO_REST = """
because_keeps_rest_day
because_week_rest
because_run_today           kind day:Day
because_legs_rested
because_race_near           day:Day
because_after_race
because_race_week_enough
because_not_available
because_enough              count:int
because_ill_today
because_clearance_first
because_too_young
because_athlete_off
because_day_past
because_too_far
because_done_today
"""
"""Why there is no session on a day."""

_REASONS_OF_EXERCISES = """
because_chosen_rung         exercise:Name
because_chosen_gear         exercise:Name gear:list
because_chosen_pain         exercise:Name place
because_chosen_saved        exercise:Name
because_chosen_variety      exercise:Name
because_chosen_only         exercise:Name
because_rep_up              exercise:Name amount:Amount
because_hold_up             exercise:Name amount:Amount
because_load_up             exercise:Name amount:Amount load:Load
because_load_earned         exercise:Name amount:Amount load:Load
because_load_down           exercise:Name amount:Amount load:Load
because_repeat              exercise:Name amount:Amount
because_hold_steady         exercise:Name amount:Amount
because_rung_up             old:Name new:Name
because_rung_down           old:Name new:Name
because_slower              exercise:Name amount:Amount
because_set_added           exercise:Name amount:Amount
because_eased               exercise:Name amount:Amount
because_low_end             exercise:Name amount:Amount
because_pain_down           exercise:Name new:Name?
"""
"""Why this exercise, and why its numbers are what they are."""

_NOTES = """
because_fewer_days          wanted:int placed:int
because_no_day_fits
because_cap_days            wanted:int placed:int
because_no_rest_day
because_race_past           day:Day
because_lacks_push_hinge
because_gear_unusable       gear:list
because_ready_for_more
because_spike
"""
"""What could not be as it was asked for, and what else to know of a week."""

_PLAN = """
rest_day
run_day            kind
done_today
rest_anyway
rest_well
ask_anything_else
ask_what_else
rest_suits
planned_session    day:Day focus minutes:Amount
plan_empty
plan_now           days:Days
ask_move_here
ask_mobility
moved_here
mobility_begins
no_week_yet
offer_setup
week_done          amount:Amount
week_over
week_left          amount:Amount days:Days
week_run           day:Day
week_runs          days:Days
week_deload
week_taper
week_race_week
week_recovery
any_day
day_unknown
day_taken          day:Day
nearest_day        day:Day
ask_move_day
moved              day:Day
moved_already      day:Day
finish_first
skip_running
swap_running
skipped_today
shift_moved        old:Day new:Day
shift_dropped      days:Days
shift_added        days:Days
shift_lighter      day:Day
ask_feeling
feeling_fine
feeling_tired
feeling_sore
feeling_running
easier_today
ask_shorten
shortened          amount:Amount
shorten_how
fits_already       minutes:Remaining
time_enough
too_short          amount:Amount
travel_gear        gear:list
travel_bare
travel_rest
"""

_INTERVIEW = """
setup_intro
setup_resumed
setup_from_start
setup_later
setup_kept
setup_done
ask_setup_again
waved_off
screening_yes
screening_more
screening_waved_off
too_young
guardian
ask_profile_screening_heart
ask_profile_screening_illness
ask_profile_screening_joints
ask_profile_screening_pregnancy
ask_profile_age
ask_profile_experience
ask_profile_days_per_week
ask_profile_minutes
ask_profile_equipment
ask_profile_units
ask_profile_weights
ask_profile_available
ask_profile_run_days
ask_profile_hard_days
ask_profile_long_run
ask_profile_race
ask_profile_distance
ask_profile_goal
ask_profile_pain
ask_profile_pain_level      place
ask_profile_impact_ok
ask_again_profile
help_asking_profile
fits_yes_no
fits_age
fits_experience
fits_days_per_week
fits_minutes
fits_equipment
fits_units
fits_weights
fits_days
fits_day
fits_race
race_too_far
race_is_past
race_first
fits_distance
fits_goal
fits_pain
fits_pain_level
"""

_PROFILE = """
set_noted
set_older
set_beginner
set_intermediate
set_advanced
set_days_per_week  amount:Amount
set_minutes        amount:Amount
set_equipment      gear:list
set_no_equipment
set_units          unit
set_weight         load:Load
set_weights        light:Load heavy:Load
set_any_weight
set_available      weekday
set_any_day
set_run_days       weekday
set_run_daily
set_runs_of        weekday kind
set_no_runs
set_no_hard
set_long_run       weekday
set_no_long
set_race           day:Day amount:Amount
set_no_race
set_distance       distance:Distance
set_half_marathon
set_marathon
set_goal           goal
set_pain           place
set_pain_severe    place
set_no_pain
set_jumping
set_no_jumping
"""

_PROGRESS = """
progress_week      amount:Amount sets:Amount span:Span
progress_last_week amount:Amount sets:Amount span:Span
progress_month     amount:Amount sets:Amount span:Span
progress_rises     amount:Amount
progress_first
nothing_week
nothing_last_week
nothing_month
going_up           exercise:Name amount:Amount load:Load?
going_steady       exercise:Name amount:Amount load:Load?
going_on_to        old:Name new:Name amount:Amount load:Load?
never_done         exercise:Name
streak             amount:Amount
streak_best        amount:Amount
streak_first
streak_anew        amount:Amount
best               exercise:Name amount:Amount load:Load? day:Day?
best_which
"""

_RUNS = """
run_logged         kind day:Day distance:Distance? span:Span?
run_planned        kind day:Day
run_which_day
run_to_come        day:Day
run_over           day:Day
distance_unknown
race_when          day:Day amount:Amount
race_today
race_none
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
next_session       day:Day
next_session_after day:Day
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
unknown_asking
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
    *(_SESSION, _COUNTING, _QUESTIONS, _ANSWERS, _CHANGES, _SAFETY, _END, _DOOR),
    *(_REASONS, _REASONS_TO_REST, _REASONS_OF_EXERCISES, _NOTES),
    *(_PLAN, _INTERVIEW, _PROFILE, _PROGRESS, _RUNS),
)
"""Each phrase of the wording files with the names of the arguments it may be given."""
