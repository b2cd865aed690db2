"""How arguments sound: loads, lengths of time, days, amounts, lists, names and codes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.cues import Amount, Day, Days, Distance, Name, Names, Remaining, Say, Span, Term
from engine.speech.wording import embedded_wording
from engine.units import Basis, Load, Ms, Unit

WORDING = embedded_wording()
KG, LB = Unit.KG, Unit.LB


def heard(phrase: str, **args: Term) -> str:
    return WORDING.words(Say(phrase, tuple(sorted(args.items()))))


def span(seconds: float) -> str:
    return heard("hold_left", span=Span(Ms(round(seconds * 1000)))).removesuffix(" left.").lower()


def load(value: float, unit: Unit = KG, basis: Basis = Basis.TOTAL) -> str:
    line = heard("corrected_load", exercise=Name("push_up"), load=Load.of(value, unit, basis))
    return line.removeprefix("Changed for push-ups: ").removesuffix(".")


def amount(count: int, noun: str) -> str:
    return heard("said", amount=Amount(count, noun)).removesuffix(", thank you.").lower()


def day(date: str, today: str = "2026-12-01") -> str:
    line = heard("next_session", day=Day(date, today))
    return line.removeprefix("Your next session is ").removesuffix(".")


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-3, "a moment"),
        (0, "a moment"),
        (0.4, "a moment"),
        (0.5, "one second"),
        (1, "one second"),
        (20, "twenty seconds"),
        (45, "forty five seconds"),
        (60, "one minute"),
        (75, "seventy five seconds"),
        (90, "a minute and a half"),
        (100, "one hundred seconds"),
        (101, "one minute and forty seconds"),
        (110, "one minute and fifty seconds"),
        (120, "two minutes"),
        (121, "two minutes"),
        (152, "two and a half minutes"),
        (150, "two and a half minutes"),
        (170, "two minutes and fifty seconds"),
        (179, "three minutes"),
        (180, "three minutes"),
        (200, "three and a half minutes"),
        (260, "four and a half minutes"),
        (590, "ten minutes"),
        (19 * 60 + 20, "nineteen minutes"),
        (19 * 60 + 40, "twenty minutes"),
        (59 * 60 + 50, "one hour"),
        (65 * 60, "one hour and five minutes"),
        (121 * 60, "two hours and one minute"),
    ],
)
def test_a_length_of_time_is_as_exact_as_a_coach_would_be(seconds: float, words: str) -> None:
    assert span(seconds) == words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (load(12), "twelve kilos"),
        (load(1), "one kilo"),
        (load(0), "no weight"),
        (load(12.5), "twelve and a half kilos"),
        (load(1.25), "one and a quarter kilos"),
        (load(6.75), "six and three quarters kilos"),
        (load(0.5), "half a kilo"),
        (load(0.75), "three quarters of a kilo"),
        (load(12.6), "twelve point six kilos"),
        (load(22.68), "twenty two point six eight kilos"),
        (load(25, LB), "twenty five pounds"),
        (load(1, LB), "one pound"),
        (load(225, LB), "two hundred and twenty five pounds"),
        (load(8, KG, Basis.PER_HAND), "eight kilos in each hand"),
        (load(10, KG, Basis.ADDED), "plus ten kilos"),
        (load(20, KG, Basis.ASSISTED), "with twenty kilos of help"),
        (load(2.5, LB, Basis.ADDED), "plus two and a half pounds"),
    ],
)
def test_a_load_is_said_as_it_was_given(said: str, words: str) -> None:
    assert said == words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (amount(0, "reps"), "no reps"),
        (amount(1, "reps"), "one rep"),
        (amount(10, "reps"), "ten reps"),
        (amount(1, "seconds"), "one second"),
        (amount(90, "seconds"), "ninety seconds"),
        (amount(15, "contacts"), "fifteen jumps"),
        (amount(1, "sets"), "one set"),
        (amount(3, "exercises"), "three exercises"),
        (amount(20, "minutes"), "twenty minutes"),
        (amount(105, "reps"), "one hundred and five reps"),
        (amount(7, "wombats"), "seven"),
    ],
)
def test_an_amount_agrees_with_its_number(said: str, words: str) -> None:
    assert said == words


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2026-12-01", "today"),
        ("2026-12-02", "tomorrow"),
        ("2026-11-30", "yesterday"),
        ("2026-12-03", "on Thursday"),
        ("2026-12-07", "on Monday"),
        ("2026-12-08", "on Tuesday the eighth of December"),
        ("2026-12-31", "on Thursday the thirty first of December"),
        ("2027-01-22", "on Friday the twenty second of January"),
        ("2026-11-27", "on Friday the twenty seventh of November"),
        ("some day", "on a day of your choice"),
    ],
)
def test_a_day_is_named_by_how_far_off_it_is(date: str, words: str) -> None:
    assert day(date) == words


@pytest.mark.parametrize(
    ("ids", "words"),
    [
        (("squat",), "squats"),
        (("squat", "lunge"), "squats and lunges"),
        (("squat", "lunge", "plank"), "squats, lunges and planks"),
        (("goblet_squat", "russian_twist"), "goblet squats and Russian twists"),
        ((), ""),
    ],
)
def test_exercises_are_listed_as_in_speech(ids: tuple[str, ...], words: str) -> None:
    assert heard("where_briefing", exercises=Names(ids)).endswith(f"Today you do {words}.")


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("goblet_squat", "Goblet squat again."),
        ("russian_twist", "Russian twist again."),
        ("v_sit", "V-sit again."),
        ("leg_swings", "Leg swings again."),
        ("plank", "Plank again."),
        ("no_such_thing", "No such thing again."),
    ],
)
def test_an_exercise_is_announced_by_its_name(id: str, words: str) -> None:
    said = heard("announce_again", exercise=Name(id), set=1, of=2, amount=Amount(8, "reps"))
    assert said == f"{words} Set one of two, eight reps."


def test_a_name_inside_a_sentence_is_small_unless_it_is_a_proper_one() -> None:
    assert heard("move", exercise=Name("march"), span=Span(Ms(30_000))).startswith("March")
    line = Say("repeat_set", (("amount", Amount(8, "reps")), ("exercise", Name("push_up"))), 2)
    assert WORDING.words(line) == "I said push-ups, eight reps."


@pytest.mark.parametrize(
    ("gear", "words"),
    [
        ("band", "Please have a band within reach."),
        ("dumbbell,step", "Please have dumbbells and a sturdy step within reach."),
        ("band,mat,anchor", "Please have a band, a mat and a firm anchor point within reach."),
        ("trampoline", "Please have what is missing within reach."),
    ],
)
def test_gear_comes_as_a_list_of_ids(gear: str, words: str) -> None:
    assert heard("brief_gear", gear=gear) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (("2026-12-02",), "You train tomorrow."),
        (("2026-12-01", "2026-12-04"), "You train today and on Friday."),
        (
            ("2026-12-02", "2026-12-04", "2026-12-06"),
            "You train tomorrow, on Friday and on Sunday.",
        ),
    ],
)
def test_days_come_as_a_list(days: tuple[str, ...], words: str) -> None:
    assert heard("plan_now", days=Days(days, "2026-12-01")) == words


@pytest.mark.parametrize(
    ("hundredths", "unit", "words"),
    [
        (100, "km", "one kilometre"),
        (1000, "km", "ten kilometres"),
        (1050, "km", "ten and a half kilometres"),
        (50, "mi", "half a mile"),
        (1240, "km", "twelve point four kilometres"),
        (1310, "mi", "thirteen point one miles"),
    ],
)
def test_distances_keep_the_unit_they_were_said_in(hundredths: int, unit: str, words: str) -> None:
    assert heard("set_distance", distance=Distance(hundredths, unit)) == f"Noted, {words}."


def test_a_reason_that_nobody_knows_gets_a_general_sentence() -> None:
    assert heard("because_full_moon") == "It is what suits you best right now."
    assert heard("because_no_gear") == "It needs no equipment."


def test_a_length_that_is_not_known_yet_is_still_words() -> None:
    assert heard("time_left", total=Remaining()) == "About a while to go."


def test_a_word_of_an_exercise_own_is_said_as_it_stands() -> None:
    assert heard("phase", word="press") == "press"
    assert heard("phase", word="hold") == "hold"


@given(st.integers(0, 10_000))
def test_any_number_is_said_in_words_alone(number: int) -> None:
    assert heard("number", n=number).replace(" ", "").isalpha()
    assert amount(number, "reps").replace(" ", "").isalpha()


@given(st.integers(0, 10_000))
def test_a_count_is_its_number_and_each_number_has_its_own_words(number: int) -> None:
    assert heard("number", n=number) != heard("number", n=number + 1)


@given(st.integers(-(10**9), 10**9), st.sampled_from(Unit), st.sampled_from(Basis))
def test_any_load_and_any_length_of_time_is_words(size: int, unit: Unit, basis: Basis) -> None:
    line = heard("corrected_load", exercise=Name("push_up"), load=Load(size, unit, basis))
    lasting = heard("rest", span=Span(Ms(size)))
    assert not any(letter.isdigit() for letter in line + lasting)
