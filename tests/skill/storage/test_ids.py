"""Ids sort by the moment they were made, so that text order is time order."""

from __future__ import annotations

from uuid import UUID

from skill.storage import TimeOrderedIds


def test_ids_sort_in_the_order_they_were_made() -> None:
    ids = TimeOrderedIds()
    made = [ids.new() for _ in range(2000)]
    assert made == sorted(made)


def test_two_makers_in_one_process_keep_one_order() -> None:
    one, other = TimeOrderedIds(), TimeOrderedIds()
    made = [maker.new() for _ in range(200) for maker in (one, other)]
    assert made == sorted(made)


def test_no_id_comes_twice() -> None:
    ids = TimeOrderedIds()
    assert len({ids.new() for _ in range(2000)}) == 2000


def test_an_id_is_a_version_7_uuid_in_canonical_text() -> None:
    made = TimeOrderedIds().new()
    assert UUID(made).version == 7
    assert str(UUID(made)) == made
