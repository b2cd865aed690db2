"""The skill's manifest: what Amazon's review looks for is in it, and its phrases are understood."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
MANIFEST = json.loads((ROOT / "infra/skill-package/skill.json").read_text("utf-8"))["manifest"]
LOCALES = MANIFEST["publishingInformation"]["locales"]
MODELS = files("interaction_models") / "alexa"


@pytest.mark.parametrize("locale", LOCALES)
def test_the_description_says_that_this_is_no_medical_advice(locale: str) -> None:
    description = LOCALES[locale]["description"]
    assert "not a substitute for the advice of a doctor" in description
    assert "information and education only" in description
    assert len(description) <= 4000


@pytest.mark.parametrize("locale", LOCALES)
def test_texts_are_as_short_as_the_store_wants_them(locale: str) -> None:
    assert len(LOCALES[locale]["summary"]) <= 160
    assert len(LOCALES[locale]["examplePhrases"]) == 3
    assert len(LOCALES[locale]["keywords"]) <= 30


@pytest.mark.parametrize("locale", LOCALES)
def test_example_phrases_name_the_skill_as_the_model_does(locale: str) -> None:
    model = json.loads((MODELS / f"{locale}.json").read_text("utf-8"))
    name = model["interactionModel"]["languageModel"]["invocationName"]
    for phrase in LOCALES[locale]["examplePhrases"]:
        assert phrase.startswith("Alexa, ")
        assert name in phrase


def test_personal_data_has_a_privacy_policy_in_every_locale() -> None:
    privacy = MANIFEST["privacyAndCompliance"]
    assert privacy["usesPersonalInfo"]
    assert set(privacy["locales"]) == set(LOCALES)
    assert all(each["privacyPolicyUrl"] for each in privacy["locales"].values())


def test_requests_go_to_the_endpoint_that_the_server_has() -> None:
    endpoint = MANIFEST["apis"]["custom"]["endpoint"]
    assert endpoint["uri"].startswith("https://")
    assert endpoint["uri"].endswith("/alexa")
