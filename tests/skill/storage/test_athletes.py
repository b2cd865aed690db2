"""Athletes and how they arrive: what every store promises, in memory or in SQL."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from engine.plan.athlete.days import DayNote, Diary
from engine.plan.athlete.profile import Profile
from engine.plan.progression.model import Training
from engine.session.codec import restore, snapshot
from engine.units import Instant
from skill.service.ports import StorageFault, Store
from skill.service.records import Athlete, Channel
from tests.skill.storage.examples import DAY, MORNING, an_athlete, keep

TODAY = date(2025, 10, 9)


def test_an_athlete_comes_back_as_added(store: Store) -> None:
    bare = Athlete(id="bob", name=None, time_zone=None, created_at=MORNING)
    keep(store, an_athlete(), bare)
    with store.begin() as unit:
        assert unit.athlete("ann") == an_athlete()
        assert unit.athlete("bob") == bare


def test_of_a_new_athlete_nothing_is_known_yet(store: Store) -> None:
    keep(store, Athlete(id="bob", name=None, time_zone=None, created_at=MORNING))
    with store.begin() as unit:
        bob = unit.athlete("bob")
        assert bob is not None
        assert (bob.notes, bob.profile, bob.training, bob.diary) == ("{}", "{}", "{}", "{}")


def test_profile_training_and_diary_are_the_engines_own_snapshots(store: Store) -> None:
    profile, training, diary = Profile(age=41), Training(streak=3), Diary((DayNote(TODAY, 20),))
    kept = [json.dumps(snapshot(one)) for one in (profile, training, diary)]
    keep(store, replace(an_athlete(), profile=kept[0], training=kept[1], diary=kept[2]))
    with store.begin() as unit:
        ann = unit.athlete("ann")
        assert ann is not None
        assert restore(Profile, json.loads(ann.profile)) == profile
        assert restore(Training, json.loads(ann.training)) == training
        assert restore(Diary, json.loads(ann.diary)) == diary


def test_a_saved_athlete_replaces_the_former_one_and_nobody_else(store: Store) -> None:
    keep(store, an_athlete("ann"), an_athlete("bob"))
    changed = replace(
        an_athlete("ann"),
        name=None,
        consented_at=None,
        notes='{"met": ["plank"]}',
        profile='{"minutes": 45}',
        training='{"streak": 4}',
        diary='{"notes": [1]}',
    )
    with store.begin() as unit:
        unit.save_athlete(changed)
        unit.commit()
    with store.begin() as unit:
        assert unit.athlete("ann") == changed
        assert unit.athlete("bob") == an_athlete("bob")


def test_an_athlete_who_was_never_added_cannot_be_saved(store: Store) -> None:
    with store.begin() as unit, pytest.raises(StorageFault):
        unit.save_athlete(an_athlete())


def test_an_identity_leads_to_its_athlete_on_its_channel_alone(store: Store) -> None:
    keep(store, an_athlete("ann"), an_athlete("bob"))
    with store.begin() as unit:
        unit.join(Channel.ALEXA, "me", "ann")
        unit.join(Channel.LAPTOP, "me", "bob")
        unit.commit()
    with store.begin() as unit:
        assert unit.athlete_on(Channel.ALEXA, "me") == an_athlete("ann")
        assert unit.athlete_on(Channel.LAPTOP, "me") == an_athlete("bob")
        assert unit.athlete_on(Channel.LAPTOP, "you") is None


def test_an_athlete_may_come_from_several_places(store: Store) -> None:
    keep(store, an_athlete())
    with store.begin() as unit:
        unit.join(Channel.ALEXA, "kitchen", "ann")
        unit.join(Channel.ALEXA, "hall", "ann")
        unit.commit()
    with store.begin() as unit:
        assert unit.athlete_on(Channel.ALEXA, "kitchen") == an_athlete()
        assert unit.athlete_on(Channel.ALEXA, "hall") == an_athlete()


def test_joining_again_moves_the_identity_to_the_other_athlete(store: Store) -> None:
    keep(store, an_athlete("ann"), an_athlete("bob"))
    with store.begin() as unit:
        unit.join(Channel.ALEXA, "kitchen", "ann")
        unit.join(Channel.ALEXA, "hall", "ann")
        unit.commit()
    with store.begin() as unit:
        unit.join(Channel.ALEXA, "kitchen", "bob")
        unit.join(Channel.ALEXA, "kitchen", "bob")
        unit.commit()
    with store.begin() as unit:
        assert unit.athlete_on(Channel.ALEXA, "kitchen") == an_athlete("bob")
        assert unit.athlete_on(Channel.ALEXA, "hall") == an_athlete("ann")


def test_a_link_code_is_taken_once(store: Store) -> None:
    keep(store, an_athlete())
    with store.begin() as unit:
        unit.add_link_code("4711", "ann", until=Instant(MORNING + 10))
        unit.commit()
    with store.begin() as unit:
        assert unit.take_link_code("0815", at=MORNING) is None
        assert unit.take_link_code("4711", at=MORNING) == "ann"
        assert unit.take_link_code("4711", at=MORNING) is None
        unit.commit()
    with store.begin() as unit:
        assert unit.take_link_code("4711", at=MORNING) is None


def test_a_link_code_taken_without_a_commit_can_be_taken_again(store: Store) -> None:
    keep(store, an_athlete())
    with store.begin() as unit:
        unit.add_link_code("4711", "ann", until=Instant(MORNING + 10))
        unit.commit()
    with store.begin() as unit:
        unit.take_link_code("4711", at=MORNING)
    with store.begin() as unit:
        assert unit.take_link_code("4711", at=MORNING) == "ann"


@pytest.mark.parametrize(("after", "whose"), [(9, "ann"), (10, None), (11, None)])
def test_a_link_code_ends_at_its_moment(store: Store, after: int, whose: str | None) -> None:
    keep(store, an_athlete())
    with store.begin() as unit:
        unit.add_link_code("4711", "ann", until=Instant(MORNING + 10))
        assert unit.take_link_code("4711", at=Instant(MORNING + after)) == whose


def test_nobody_can_take_over_a_code_that_is_out(store: Store) -> None:
    keep(store, an_athlete("ann"), an_athlete("bob"))
    with store.begin() as unit:
        unit.add_link_code("4711", "ann", until=Instant(MORNING + 10))
        unit.commit()
    with store.begin() as unit, pytest.raises(StorageFault):
        unit.add_link_code("4711", "bob", until=Instant(MORNING + 20))
    with store.begin() as unit:
        assert unit.take_link_code("4711", at=MORNING) == "ann"


def test_a_code_long_over_is_free_again(store: Store) -> None:
    keep(store, an_athlete("ann"), an_athlete("bob"))
    later = Instant(MORNING + DAY + 1)
    with store.begin() as unit:
        unit.add_link_code("4711", "ann", until=MORNING)
        unit.add_link_code("4711", "bob", until=later)
        assert unit.take_link_code("4711", at=MORNING) == "bob"
