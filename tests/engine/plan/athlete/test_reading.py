"""A profile file: what it may say, what it means, and what is told of its mistakes."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from engine.errors import CoachError
from engine.library.model import Experience, Gear, Place
from engine.plan.athlete.calendar import WEEK, Weekday
from engine.plan.athlete.profile import Ache, Goal, Profile, Topic, Where
from engine.plan.athlete.reading import KEYS, ProfileError, TooYoung, read_profile
from engine.plan.athlete.reading_back import profile_json
from engine.plan.athlete.runs import (
    HALF_MARATHON_KM,
    MARATHON_KM,
    Race,
    RacePriority,
    Run,
    RunKind,
)
from engine.units import Load, Side, Unit

WHOLE = {
    "experience": "beginner",
    "days_per_week": 2,
    "minutes": 30,
    "equipment": ["dumbbell", "mat"],
    "run_days": {"tue": "easy", "thu": "hard", "sun": "long"},
    "race": "2027-04-18",
    "units": "kg",
    "pain": [],
    "age": 41,
    "today": "2026-11-23",
}


def profile(**told: object) -> Profile:
    return read_profile(told, "me.json").profile


def faults(**told: object) -> list[str]:
    with pytest.raises(ProfileError) as caught:
        read_profile(told, "me.json")
    return str(caught.value).splitlines()


def test_a_whole_profile_is_read_as_it_stands() -> None:
    read = read_profile(WHOLE, "me.json")
    assert read.today == date(2026, 11, 23)
    assert read.runs == ()
    assert read.profile == Profile(
        experience=Experience.BEGINNER,
        age=41,
        days_per_week=2,
        minutes=30,
        places=((Where.HOME, frozenset({Gear.DUMBBELL, Gear.MAT})),),
        run_days=(
            (Weekday.TUE, RunKind.EASY),
            (Weekday.THU, RunKind.HARD),
            (Weekday.SUN, RunKind.LONG),
        ),
        races=(Race(date(2027, 4, 18), HALF_MARATHON_KM, RacePriority.A),),
        answered=read.profile.answered,
    )


def test_an_empty_profile_is_one_with_every_default() -> None:
    assert read_profile({}, "me.json").profile == Profile()


@pytest.mark.parametrize("key", KEYS)
def test_null_is_the_same_as_nothing(key: str) -> None:
    assert profile(**{key: None}) == Profile()


# Words that mean the same

GEAR_WORDS = {
    Gear.BAND: ["band", "Bands", "resistance band", "mini-bands", "loop"],
    Gear.DUMBBELL: ["dumbbells", "dumb-bells", "Dumb Bell", "db", "hand weights"],
    Gear.KETTLEBELL: ["kettlebells", "kettle bell", "kb"],
    Gear.STRENGTH_BAR: ["strength bar", "strength bars", "body bar"],
    Gear.BARBELL: ["barbells", "bar-bell", "a barbell only", "just a barbell"],
    Gear.CABLE: ["cable machine", "cables"],
    Gear.ANKLE_WEIGHTS: ["ankle weight", "ankle-weights"],
    Gear.STEP: ["box", "boxes", "bench", "benches", "a plyo box", "step"],
    Gear.MAT: ["mats", "yoga mat"],
    Gear.PULL_UP_BAR: ["pull-up bar", "pullup bars", "chin-up bar"],
    Gear.ANCHOR: ["anchor point", "door anchor"],
}


@pytest.mark.parametrize(
    ("word", "gear"), [(word, gear) for gear, words in GEAR_WORDS.items() for word in words]
)
def test_equipment_goes_by_many_names(word: str, gear: Gear) -> None:
    assert profile(equipment=[word]).gear == {gear}


@pytest.mark.parametrize(
    ("told", "gear"),
    [
        ("none", set()),
        (["nothing"], set()),
        ([], set()),
        ("no equipment", set()),
        ("a chair and a wall", set()),
        ("dumbbells, a bench and bands", {Gear.DUMBBELL, Gear.STEP, Gear.BAND}),
        (["none", "barbell only"], {Gear.BARBELL}),
        ("everything", set(Gear)),
    ],
)
def test_equipment_may_be_a_list_or_one_text(told: object, gear: set[Gear]) -> None:
    assert profile(equipment=told).places == ((Where.HOME, frozenset(gear)),)


@pytest.mark.parametrize(
    ("word", "day"),
    [
        *(("Monday", Weekday.MON), ("tues", Weekday.TUE), ("Weds", Weekday.WED)),
        *(("thursdays", Weekday.THU), ("FRI", Weekday.FRI), ("sunday", Weekday.SUN)),
    ],
)
def test_days_may_be_spelled_out(word: str, day: Weekday) -> None:
    assert profile(run_days={word: "easy"}).run_days == ((day, RunKind.EASY),)
    assert profile(available=[word]).available == {day}


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        *((word, RunKind.HARD) for word in ("intervals", "tempo", "quality", "hills", "hill run")),
        *((word, RunKind.HARD) for word in ("speed-work", "fartlek", "threshold", "Tempo runs")),
        *((word, RunKind.EASY) for word in ("easy run", "jog", "recovery run", "recovery")),
        *((word, RunKind.LONG) for word in ("long run", "Long")),
        *((word, RunKind.CROSS) for word in ("cross-training", "swim", "cycling")),
        ("race", RunKind.RACE),
    ],
)
def test_runs_go_by_many_names(word: str, kind: RunKind) -> None:
    assert profile(run_days={"wed": word}).run_days == ((Weekday.WED, kind),)


@pytest.mark.parametrize("word", ["rest", "rest day", "off", "none", None])
def test_a_day_of_rest_is_no_run(word: str | None) -> None:
    assert profile(run_days={"wed": word, "sun": "long"}).run_days == ((Weekday.SUN, RunKind.LONG),)


def test_bare_run_days_are_easy_ones_in_the_order_of_the_week() -> None:
    assert profile(run_days=["sun", "tue and thu"]).run_days == tuple(
        (day, RunKind.EASY) for day in (Weekday.TUE, Weekday.THU, Weekday.SUN)
    )


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("weekend", WEEK[5:]),
        (["weekdays"], WEEK[:5]),
        (["mon", "weekend"], (Weekday.MON, *WEEK[5:])),
        ("every day", WEEK),
        ([], ()),
    ],
)
def test_days_may_come_in_sets(told: object, days: tuple[Weekday, ...]) -> None:
    assert profile(available=told).available == frozenset(days)
    assert profile(preferred=told).preferred == frozenset(days)


@pytest.mark.parametrize(
    ("key", "word", "meaning"),
    [
        ("experience", "Novice", Experience.BEGINNER),
        ("experience", "Advanced", Experience.ADVANCED),
        ("units", "lbs", Unit.LB),
        ("units", "pounds", Unit.LB),
        ("units", "kilos", Unit.KG),
        ("goal", "half marathon", Goal.LONG_RACES),
        ("goal", "5K", Goal.SHORT_RACES),
        ("goal", "injury prevention", Goal.RESILIENCE),
        ("where", "hotel", Where.TRAVEL),
        ("double_days", "yes", True),
        ("floor_ok", "No", False),
        ("days_per_week", 3.0, 3),
    ],
)
def test_other_answers_go_by_many_names(key: str, word: object, meaning: object) -> None:
    assert getattr(profile(**{key: word}), key) == meaning


# Pain, weights, places


@pytest.mark.parametrize(
    ("told", "ache"),
    [
        ("knee", Ache(Place.KNEE, 3, None, date(2026, 11, 23))),
        ("lower back", Ache(Place.LOWER_BACK, 3, None, date(2026, 11, 23))),
        ("left Achilles", Ache(Place.ACHILLES, 3, Side.LEFT, date(2026, 11, 23))),
        ("both knees", Ache(Place.KNEE, 3, Side.BOTH, date(2026, 11, 23))),
        ({"place": "shins"}, Ache(Place.SHIN, 3, None, date(2026, 11, 23))),
        (
            {"place": "foot", "side": "right", "level": 6, "date": "2026-11-01"},
            Ache(Place.FOOT, 6, Side.RIGHT, date(2026, 11, 1)),
        ),
    ],
)
def test_pain_is_a_place_or_all_about_it(told: object, ache: Ache) -> None:
    assert profile(pain=[told], today="2026-11-23").aches == (ache,)
    assert profile(pain=told, today="2026-11-23").aches == (ache,)


def test_no_pain_may_be_said_too() -> None:
    assert profile(pain="none").aches == ()
    assert profile(pain=["nothing"]).aches == ()


@pytest.mark.parametrize(
    ("told", "loads"),
    [
        ([4, 6.5, 4], (Load.of(4), Load.of(6.5))),
        (8, (Load.of(8),)),
        ({"dumbbells": [4, 6], "kettlebell": 12}, (Load.of(4), Load.of(6), Load.of(12))),
        ("20 lb", (Load.of(20, Unit.LB),)),
        (["2.5kg", "5 lbs"], (Load.of(2.5), Load.of(5, Unit.LB))),
    ],
)
def test_weights_are_numbers_of_the_unit_unless_they_bring_their_own(
    told: object, loads: tuple[Load, ...]
) -> None:
    assert profile(weights=told).weights == loads


def test_bare_weights_are_in_the_athletes_unit() -> None:
    assert profile(weights=[15], units="lb").weights == (Load.of(15, Unit.LB),)


def test_each_place_has_its_own_equipment_and_home_is_the_usual_one() -> None:
    told = profile(equipment=["mat"], places={"Gym": ["barbell", "box"], "hotel": "a band"})
    assert dict(told.places) == {
        Where.HOME: {Gear.MAT},
        Where.GYM: {Gear.BARBELL, Gear.STEP},
        Where.TRAVEL: {Gear.BAND},
    }
    assert told.gear == {Gear.MAT}


def test_who_tells_of_one_place_alone_trains_there() -> None:
    assert profile(places={"gym": ["barbell"]}).gear == {Gear.BARBELL}
    assert profile(places={"gym": ["barbell"]}, where="home").gear == frozenset()


# Races and runs


def test_races_stand_in_order_and_one_that_says_more_wins() -> None:
    told = profile(
        race="2027-04-18",
        races=[
            {"date": "2027-06-01", "distance_km": 10, "priority": "c"},
            {"date": "2027-04-18", "distance_km": "marathon"},
            "2027-01-02",
        ],
    )
    assert told.races == (
        Race(date(2027, 1, 2)),
        Race(date(2027, 4, 18), MARATHON_KM),
        Race(date(2027, 6, 1), 10.0, RacePriority.C),
    )


@pytest.mark.parametrize(
    ("told", "km"),
    [("10k", 10.0), ("Half-Marathon", HALF_MARATHON_KM), ("10 miles", 16.09344), ("15 km", 15.0)],
)
def test_distances_have_names_and_units(told: str, km: float) -> None:
    race = profile(race={"date": "2027-04-18", "distance_km": told}).races[0]
    assert race.distance_km == pytest.approx(km)


def test_a_run_before_today_was_done_unless_it_says_otherwise() -> None:
    read = read_profile(
        {
            "today": "2026-11-23",
            "runs": [
                {"date": "2026-11-24", "kind": "intervals", "minutes": 50},
                {"date": "2026-11-22", "kind": "long", "distance_km": 18.5},
                {"date": "2026-11-20", "done": False},
                {"date": "2026-11-21", "kind": "rest"},
            ],
        },
        "me.json",
    )
    assert read.runs == (
        Run(date(2026, 11, 20), RunKind.EASY),
        Run(date(2026, 11, 22), RunKind.LONG, done=True, distance_m=18_500),
        Run(date(2026, 11, 24), RunKind.HARD, minutes=50),
    )


def test_screening_holds_the_topics_answered_with_yes() -> None:
    told = profile(screening=["high blood pressure", "joints"])
    assert told.screening == {Topic.HEART, Topic.JOINTS}
    assert told.needs_clearance
    assert not profile(screening=["joints"], cleared=True).needs_clearance
    assert profile(screening="none").screening == frozenset()


@pytest.mark.parametrize(
    ("told", "settled"),
    [
        ({}, set()),
        ({"today": "2026-11-23", "time_zone": "UTC", "runs": []}, set()),
        ({"units": "lb"}, set()),
        ({"units": "lb", "age": 41}, {"units", "age"}),
        ({"minutes": None, "age": 41}, {"age"}),
        ({"run_days": {"sun": "long"}}, {"run_days", "hard_days", "long_run"}),
        ({"races": []}, {"races", "race"}),
        ({"places": {"gym": []}}, {"places", "equipment"}),
        ({"age": 41, "answered": ["goal"]}, {"goal"}),
        ({"age": 41, "answered": []}, set()),
    ],
)
def test_what_a_file_answers_the_interview_need_not_ask(
    told: dict[str, object], settled: set[str]
) -> None:
    assert profile(**told).answered == settled


# Mistakes


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ({"minuts": 20}, "me.json: minuts: is not a known key, try minutes"),
        ({"days_per_week": 5}, "me.json: days_per_week: is 5, try a whole number from 1 to 4"),
        ({"days_per_week": 0}, "me.json: days_per_week: is 0, try a whole number from 1 to 4"),
        ({"minutes": 14}, "me.json: minutes: is 14, try a whole number from 15 to 60"),
        ({"minutes": 61}, "me.json: minutes: is 61, try a whole number from 15 to 60"),
        ({"minutes": 20.5}, "me.json: minutes: is 20.5, try a whole number from 15 to 60"),
        ({"minutes": True}, "me.json: minutes: is true, try a whole number from 15 to 60"),
        ({"minutes": "20"}, 'me.json: minutes: is "20", try a whole number from 15 to 60'),
        ({"age": 121}, "me.json: age: is 121, try a whole number from 0 to 120"),
        ({"age": -1}, "me.json: age: is -1, try a whole number from 0 to 120"),
        ({"weights": [float("nan")]}, "me.json: weights[0]: is nan, try a number from 0.01 to 500"),
        ({"weights": {"db": [0]}}, "me.json: weights.db[0]: is 0, try a number from 0.01 to 500"),
        ({"units": "stone"}, 'me.json: units: is "stone", no unit known here, try kg, lb'),
        (
            {"experience": "begginer"},
            (
                'me.json: experience: is "begginer", no experience known here, '
                'try "beginner", or one of: beginner, intermediate, advanced'
            ),
        ),
        (
            {"today": "2026-02-30"},
            'me.json: today: is "2026-02-30", no date, try year, month and day like "2027-04-18"',
        ),
        (
            {"race": 20270418},
            (
                "me.json: race: is 20270418 and no object, "
                'try {"date": "2027-04-18", "distance_km": 42.2, "priority": "A"}'
            ),
        ),
        (
            {"race": "9999-01-01"},
            (
                'me.json: race: is "9999-01-01", too far away, '
                'try year, month and day like "2027-04-18"'
            ),
        ),
        (
            {"races": [{"distance_km": 10}]},
            'me.json: races[0].date: is missing, try year, month and day like "2027-04-18"',
        ),
        (
            {"race": {"date": "2027-04-18", "distance_km": "far"}},
            (
                'me.json: race.distance_km: is "far", no distance, '
                "try a number of kilometres, or 5k, 10k, half marathon, marathon"
            ),
        ),
        (
            {"runs": [{"date": "2027-04-18", "minutes": 0}]},
            "me.json: runs[0].minutes: is 0, try a whole number from 1 to 2880",
        ),
        (
            {"run_days": {"tuseday": "easy"}},
            (
                'me.json: run_days.tuseday: is "tuseday", no day known here, '
                'try "tuesday", or one of: mon, tue, wed, thu, fri, sat, sun'
            ),
        ),
        (
            {"run_days": {"tue": "sprintz"}},
            (
                'me.json: run_days.tue: is "sprintz", no kind of run known here, '
                "try easy, hard, long, race, cross, rest"
            ),
        ),
        (
            {"run_days": {"tue": "easy", "Tuesday": "hard"}},
            (
                "me.json: run_days.Tuesday: names a day for the second time, "
                "try one entry for each day"
            ),
        ),
        (
            {"run_days": 3},
            (
                "me.json: run_days: is 3 and no object, "
                'try {"tue": "easy", "thu": "hard", "sun": "long"}'
            ),
        ),
        (
            {"places": {"moon": ["band"]}},
            'me.json: places.moon: is "moon", no place to train known here, try home, gym, travel',
        ),
        (
            {"equipment": ["mat"], "places": {"home": ["band"]}},
            (
                "me.json: places.home: tells the equipment of a place again, "
                "try one list for each place"
            ),
        ),
        (
            {"pain": [{"level": 11, "place": "hip"}]},
            "me.json: pain[0].level: is 11, try a whole number from 0 to 10",
        ),
        (
            {"pain": [{"place": "knee", "sid": "left"}]},
            "me.json: pain[0].sid: is not a known key, try side",
        ),
        (
            {"time_zone": "Middle of nowhere"},
            'me.json: time_zone: is "Middle of nowhere", try a name such as "Europe/Berlin"',
        ),
        (
            {"impact_ok": "perhaps"},
            'me.json: impact_ok: is "perhaps", no answer known here, try yes, no',
        ),
    ],
)
def test_a_mistake_is_named_with_what_is_possible(told: dict[str, Any], line: str) -> None:
    assert faults(**told) == [line]


@pytest.mark.parametrize("value", ["trampoline", 3, None, ["band"], {"band": 1}])
def test_unknown_equipment_is_met_with_all_that_there_is(value: object) -> None:
    (line,) = faults(equipment=["mat", value])
    assert line.startswith("me.json: equipment[1]: is ")
    assert all(gear.value in line for gear in Gear)


def test_every_mistake_is_told_at_once() -> None:
    told = {
        "experience": "guru",
        "days_per_week": 9,
        "minutes": "long",
        "equipment": ["anvil"],
        "run_days": {"someday": "easy", "mon": "fly"},
        "race": "soon",
        "units": "stone",
        "pain": ["soul", {"level": 3}],
        "age": 200,
        "today": "tomorrow",
        "races": [7],
        "weights": ["heavy"],
        "available": ["never"],
        "preferred": ["whenever"],
        "places": {"moon": []},
        "where": "there",
        "double_days": 2,
        "floor_ok": [],
        "space": "wide",
        "impact_ok": {},
        "goal": "glory",
        "time_zone": 1,
        "runs": ["now"],
        "screening": ["mood"],
        "cleared": 0,
        "extra": 1,
    }
    found = faults(**told)
    named = {line.split(": ")[1].split(".")[0].split("[")[0] for line in found}
    assert named == set(told)
    assert len(found) == len(told) + 2


@pytest.mark.parametrize("data", [[], "beginner", 3, None, True])
def test_what_is_no_object_is_no_profile(data: object) -> None:
    with pytest.raises(ProfileError, match=r"^me\.json: file: is .* and no object, try \{"):
        read_profile(data, "me.json")


def test_a_long_text_is_not_told_back_whole() -> None:
    (line,) = faults(goal="x" * 5000)
    assert len(line) < 250


@pytest.mark.parametrize("age", [0, 9, 12])
def test_a_child_is_turned_away_in_one_kind_sentence(age: int) -> None:
    with pytest.raises(TooYoung) as caught:
        read_profile({"age": age, "minutes": 5}, "me.json")
    assert str(caught.value).count(".") == 1
    assert isinstance(caught.value, CoachError)


def test_thirteen_is_old_enough() -> None:
    assert profile(age=13).minor


@pytest.mark.parametrize(
    "told",
    [
        {"days_per_week": 4, "run_days": {day.value: "hard" for day in WEEK}},
        {"race": "2026-11-22", "today": "2026-11-23"},
        {"equipment": "none", "weights": [20]},
        {"available": []},
    ],
)
def test_contradictions_are_left_to_the_planner(told: dict[str, object]) -> None:
    assert read_profile(told, "me.json")


# There and back

DATES = some.dates(date(2000, 1, 1), date(2100, 12, 31))
GEAR = some.frozensets(some.sampled_from(Gear))
DAYS = some.frozensets(some.sampled_from(WEEK))
LOADS = some.builds(Load, some.integers(1, 50_000), some.sampled_from(Unit))
RACES = some.builds(Race, DATES, some.floats(0.1, 500), some.sampled_from(RacePriority))
ACHES = some.builds(
    Ache,
    some.sampled_from(Place),
    some.integers(0, 10),
    some.none() | some.sampled_from(Side),
    some.none() | DATES,
)
PROFILES = some.builds(
    Profile,
    experience=some.sampled_from(Experience),
    age=some.none() | some.integers(13, 120),
    days_per_week=some.integers(1, 4),
    minutes=some.integers(15, 60),
    places=some.dictionaries(some.sampled_from(Where), GEAR).map(
        lambda told: tuple((where, told[where]) for where in Where if where in told)
    ),
    where=some.sampled_from(Where),
    weights=some.lists(LOADS, max_size=6, unique=True).map(tuple),
    run_days=some.dictionaries(some.sampled_from(WEEK), some.sampled_from(RunKind)).map(
        lambda told: tuple((day, told[day]) for day in WEEK if day in told)
    ),
    races=some.lists(RACES, max_size=4, unique_by=lambda race: race.day).map(
        lambda races: tuple(sorted(races, key=lambda race: race.day))
    ),
    units=some.sampled_from(Unit),
    goal=some.sampled_from(Goal),
    aches=some.lists(ACHES, max_size=3).map(tuple),
    screening=some.frozensets(some.sampled_from(Topic)),
    cleared=some.booleans(),
    available=DAYS,
    preferred=DAYS,
    double_days=some.booleans(),
    floor_ok=some.booleans(),
    space=some.booleans(),
    impact_ok=some.booleans(),
    time_zone=some.sampled_from([None, "UTC", "Europe/Berlin", "America/Argentina/Salta"]),
    answered=some.frozensets(some.sampled_from(["age", "units", "pain"])),
)


@settings(deadline=None)
@given(PROFILES)
def test_a_profile_written_reads_back_as_it_was(profile: Profile) -> None:
    assert read_profile(profile_json(profile), "me.json").profile == profile


JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=8),
    lambda inner: (
        some.lists(inner, max_size=3)
        | some.dictionaries(some.sampled_from(["date", "kind", "tue", "gym", "place"]), inner)
    ),
    max_leaves=8,
)


@settings(deadline=None)
@given(some.dictionaries(some.sampled_from(KEYS), JSON))
def test_whatever_a_file_holds_it_is_read_or_refused_in_words(data: dict[str, object]) -> None:
    with suppress(ProfileError, TooYoung):
        read = read_profile(data, "me.json")
        assert read_profile(profile_json(read.profile), "me.json").profile == read.profile
