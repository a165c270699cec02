from typing import Any

import pytest

from cdk8s_iter8.traffic.session_affinity import SessionAffinity
from cdk8s_iter8.validation.problem import ValuesError


def test_the_cookie_that_remembers_a_version() -> None:
    assert SessionAffinity("user").set_cookie("hello-0") == (
        "user=hello-0; Path=/; Max-Age=86400; HttpOnly; SameSite=Lax"
    )
    assert SessionAffinity("user", max_age=60, secure=True).set_cookie("hello-0") == (
        "user=hello-0; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure"
    )


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ({"cookie_name": "a;b"}, "session affinity 'a;b': cookie_name: 'a;b' is not a cookie name ("),
        ({"cookie_name": "a", "max_age": 0}, "session affinity 'a': max_age: 0 is not a number of seconds ("),
        ({"cookie_name": "a", "secure": "yes"}, "session affinity 'a': secure: 'yes' is not true or false"),
    ],
)
def test_what_a_browser_would_refuse(arguments: dict[str, Any], line: str) -> None:
    with pytest.raises(ValuesError) as error:
        SessionAffinity(**arguments)
    assert str(error.value).startswith(line)
