from cdk8s_iter8.traffic.session_affinity import SessionAffinity


def test_the_cookie_that_remembers_a_version() -> None:
    assert SessionAffinity("user").set_cookie("hello-0") == (
        "user=hello-0; Path=/; Max-Age=86400; HttpOnly; SameSite=Lax"
    )
    assert SessionAffinity("user", max_age=60, secure=True).set_cookie("hello-0") == (
        "user=hello-0; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure"
    )
