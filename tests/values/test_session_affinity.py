from typing import Any

import pytest
from pydantic import ValidationError

from cdk8s_iter8.traffic.session_affinity import SessionAffinity
from cdk8s_iter8.validation.model import problems
from cdk8s_iter8.values.release import SessionAffinityValues


def test_a_day_unless_it_says_otherwise() -> None:
    values = SessionAffinityValues.model_validate({"cookieName": "app"})

    assert values.session_affinity() == SessionAffinity("app", 86400, secure=False)


def test_all_of_it() -> None:
    values = SessionAffinityValues.model_validate({"cookieName": "__Host-a!b", "maxAge": 60, "secure": True})

    assert values.session_affinity() == SessionAffinity("__Host-a!b", 60, secure=True)


NAME = "is not a cookie name (letters, digits and !#$%&'*+-.^_`|~, at most 256)"
SECONDS = "is not a number of seconds (an integer from 1 to 31536000, a year)"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ({}, "cookieName: is missing"),
        ({"cookieName": "a b"}, f"cookieName: 'a b' {NAME}"),
        ({"cookieName": "a=b"}, f"cookieName: 'a=b' {NAME}"),
        ({"cookieName": "a;b"}, f"cookieName: 'a;b' {NAME}"),
        ({"cookieName": ""}, f"cookieName: '' {NAME}"),
        ({"cookieName": 3}, f"cookieName: 3 {NAME}"),
        ({"cookieName": "a", "maxAge": 0}, f"maxAge: 0 {SECONDS}"),
        ({"cookieName": "a", "maxAge": 31_536_001}, f"maxAge: 31536001 {SECONDS}"),
        ({"cookieName": "a", "maxAge": "1h"}, f"maxAge: '1h' {SECONDS}"),
        ({"cookieName": "a", "secure": "yes"}, "secure: 'yes' is not true or false"),
        (
            {"cookieName": "__Secure-a"},
            "cookieName: '__Secure-a' is a name of cookies that browsers keep only with secure: true",
        ),
        ({"cookieName": "a", "path": "/"}, "path: is not a known key; known: cookieName, maxAge, secure"),
    ],
)
def test_what_is_wrong(data: dict[str, Any], line: str) -> None:
    with pytest.raises(ValidationError) as error:
        SessionAffinityValues.model_validate(data, by_name=False)

    assert [str(problem) for problem in problems(error.value, SessionAffinityValues)] == [line]
