"""A fortnight on a smart speaker: the interview, the plan, runs and progress, told as a table."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from engine.plan.athlete.calendar import Weekday
from engine.plan.athlete.profile import Goal, Profile
from engine.plan.athlete.runs import RunKind
from engine.units import Instant
from skill.bootstrap import House
from skill.service.book import diary_of, profile_of
from skill.service.records import Athlete, Channel
from tests.skill.alexa.echo import USER, Answer, Echo, resolved

YES, NO = "AMAZON.YesIntent", "AMAZON.NoIntent"
MONDAY, TUESDAY, THURSDAY, FRIDAY, SATURDAY = 23, 24, 26, 27, 28
Slot = str | tuple[str, str]
"""Words, or words with the id that the model finds for them."""


@dataclass(frozen=True)
class Turn:
    """What somebody says, and what must be in the answer, or must not."""

    intent: str
    heard: tuple[str, ...]
    slots: dict[str, Slot] = field(default_factory=dict)
    ends: bool = False


def said(intent: str, *heard: str, ends: bool = False, **slots: Slot) -> Turn:
    return Turn(intent, heard, slots, ends)


def is_(value: str) -> tuple[str, str]:
    return value.replace("_", " "), value


INTERVIEW = (
    said("SetupIntent", "a coach, not a doctor", "heart trouble"),
    said(NO, "lasting illness"),
    said(NO, "bone or joint"),
    said(NO, "pregnant"),
    said(NO, "How old are you?"),
    said("DoneIntent", "How used are you", reps="41"),
    said(
        "AnswerIntent", "from the ground up", "from one to four", value_background=is_("beginner")
    ),
    said("SetFrequencyIntent", "two sessions a week", "How many minutes", count="2"),
    said("ShortenIntent", "thirty minutes a session", "equipment", minutes="30"),
    said(
        "SetEquipmentIntent",
        "a band and dumbbells",
        "in kilos or in pounds",
        items=is_("dumbbell"),
        items_two=is_("band"),
    ),
    said("AnswerIntent", "kilos it is", "Which weights", value_unit=is_("kg")),
    said(
        "AnswerIntent",
        "from four kilos up to eight kilos",
        "On which days do you run?",
        value_load="4",
        value_load_two="6",
        value_load_three="8",
        value_unit_four=is_("kg"),
    ),
    said(
        "SetRunDaysIntent",
        "Tuesday, Thursday and Sunday",
        "hard",
        days=is_("tuesday"),
        days_two=is_("thursday"),
        days_three=is_("sunday"),
    ),
    said("AnswerIntent", "a hard run on Thursday", "long run?", value_days=is_("thursday")),
    said("SetLongRunIntent", "on Sunday", "Is there a race", day_weekday=is_("sunday")),
    said("AnswerIntent", "the second of May", "How long is the race?", value_date="2027-05-02"),
    said("AnswerIntent", "a half marathon", "train for", value_distance=is_("21.0975")),
    said("AnswerIntent", "long races", "hurt", value_distance=is_("21.0975")),
    said("PainIntent", "How bad is your knee", location=is_("knee"), side=is_("left")),
    said(
        "DoneIntent",
        "I plan around your knee",
        "That was all",
        "You train tomorrow and on Friday.",
        reps="3",
    ),
)


@dataclass
class Story:
    """One athlete's turns, one after the other."""

    house: House
    echo: Echo

    def on(self, day: int) -> Story:
        """A day of November 2026, in the morning."""
        moment = datetime(2026, 11, day, 8, tzinfo=UTC)
        self.echo.clock.at = Instant(int(moment.timestamp() * 1000))
        return self

    def launches(self, *heard: str) -> Story:
        self._heard("launch", self.echo.launches(), heard, ends=False)
        return self

    def tells(self, *turns: Turn) -> Story:
        for turn in turns:
            slots = {
                name: {"name": name, "value": slot}
                if isinstance(slot, str)
                else resolved(name, *slot)
                for name, slot in turn.slots.items()
            }
            intent = {"name": turn.intent, "slots": slots}
            answer = self.echo.sends({"type": "IntentRequest", "intent": intent})
            self._heard(turn.intent, answer, turn.heard, turn.ends)
        return self

    def _heard(self, what: str, answer: Answer, heard: tuple[str, ...], ends: bool) -> None:
        assert [words for words in heard if words not in answer.words] == [], (what, answer.words)
        assert answer.listens is not ends, (what, answer.words)
        assert answer.reprompt or ends, what
        if answer.words.endswith("?"):
            assert answer.words.endswith(answer.reprompt), what
        self.echo.hears_out()
        self.echo.clock.passes(1_500)

    @property
    def athlete(self) -> Athlete:
        id = self.house.coach.athlete_on(Channel.ALEXA, USER, self.echo.clock.now())
        with self.house.store.begin() as work:
            return work.athlete(id)

    @property
    def profile(self) -> Profile:
        return profile_of(self.athlete)


@pytest.fixture
def story(house: House, echo: Echo) -> Story:
    return Story(house, echo).on(MONDAY)


@pytest.fixture
def known(story: Story) -> Story:
    """The interview is over."""
    return story.tells(*INTERVIEW)


def test_the_interview_is_answered_by_voice_and_kept(known: Story) -> None:
    profile = known.profile
    assert (profile.age, profile.days_per_week, profile.minutes) == (41, 2, 30)
    assert profile.goal is Goal.LONG_RACES
    assert [load.hundredths for load in profile.weights] == [400, 600, 800]
    assert dict(profile.run_days) == {
        Weekday.TUE: RunKind.EASY,
        Weekday.THU: RunKind.HARD,
        Weekday.SUN: RunKind.LONG,
    }
    (race,) = profile.races
    assert (race.day.isoformat(), race.distance_km) == ("2027-05-02", 21.0975)
    (ache,) = profile.aches
    assert (ache.place.value, ache.side, ache.level) == ("knee", "left", 3)


def test_the_interview_goes_on_another_day_where_it_was_left(story: Story) -> None:
    story.tells(*INTERVIEW[:6], said("AMAZON.StopIntent", ends=True))
    story.on(TUESDAY).tells(said("SetupIntent", "How used are you"), *INTERVIEW[6:8])
    assert story.profile.days_per_week == 2


def test_a_day_with_a_session_is_asked_about_shortened_and_moved(known: Story) -> None:
    known.on(TUESDAY).launches("not a doctor", "full body work", "a band", "Say ready")
    known.tells(
        said("TodayIntent", "full body work", "ready"),
        said("WhyIntent", "easy run", "ready"),
        said("NextSessionIntent", "on Friday"),
        said("WeekIntent", "Today, about", "On Friday", "big runs are on Thursday and on Sunday"),
        said("ShortenIntent", "twenty minutes today", "Are you ready?", minutes="20"),
        said("MoveSessionIntent", "Your session is now tomorrow.", ends=True, day=is_("tomorrow")),
    )
    noted = diary_of(known.athlete).notes
    assert [(note.day.day, note.off, note.pinned) for note in noted] == [
        (TUESDAY, True, False),
        (TUESDAY + 1, False, True),
    ]


def test_what_is_told_of_the_day_does_not_bring_the_first_words_again(known: Story) -> None:
    known.on(TUESDAY).launches("not a doctor")
    known.tells(said("FeelingTiredIntent", "a set off each exercise", "Are you ready?"))
    assert "not a doctor" not in known.echo.answers[-1].words


def test_a_hard_run_day_is_explained_and_talk_goes_on_until_it_is_over(known: Story) -> None:
    known.on(THURSDAY).launches("fresh for a hard run", "mobility?")
    known.tells(
        said("WhyIntent", "hard run today", "Anything else?"),
        said("ProgressIntent", "not trained together yet", period=is_("last_week")),
        said(
            "LogRunIntent",
            "a hard run today, ten kilometres",
            distance="10",
            unit_length=is_("km"),
            kind=is_("hard"),
            day=is_("today"),
        ),
        said("RaceWhenIntent", "twenty two weeks"),
        said("AMAZON.HelpIntent", "Ask for your week"),
        said("AMAZON.FallbackIntent", "that"),
        said(
            "PlanRunIntent",
            "a hard run tomorrow",
            "on Saturday",
            day=is_("tomorrow"),
            kind=is_("hard"),
        ),
        said("WeekIntent", "On Saturday, about"),
        said(NO, "rest", ends=True),
    )


def test_mobility_is_begun_with_a_yes_and_waved_off_with_a_word(known: Story) -> None:
    known.on(THURSDAY).launches("mobility?")
    known.tells(said("SkipIntent", "rest"))
    known.launches("mobility")
    known.tells(said(YES, "easy mobility", "These are gentle moves", "Say ready"))


def test_a_race_is_called_off_in_one_sentence(known: Story) -> None:
    called_off = ("my race is cancelled", "none")
    known.tells(said("SetRaceIntent", "no race for now", date_set_race=called_off))
    assert known.profile.races == ()


def test_health_is_asked_about_before_anything_else_and_closes_the_door_gently(
    story: Story,
) -> None:
    story.tells(
        INTERVIEW[0],
        said(YES, "check with a health professional", "lasting illness"),
        said("AMAZON.StopIntent", ends=True),
    )
    story.on(TUESDAY).launches("health professional")
    story.tells(
        said("WeekIntent", "health professional"),
        said("MoveSessionIntent", "health professional", day=is_("tomorrow")),
        said("AMAZON.RepeatIntent", "health professional"),
        said("ClearedIntent", "has cleared you"),
        said("StartIntent", "Say ready"),
    )
