"""Session affinity in values, with Flagger's keys."""

from pydantic import Field, model_validator

from cdk8s_iter8.traffic.session_affinity import SessionAffinity
from cdk8s_iter8.values.model import Model, ProblemsError
from cdk8s_iter8.values.problem import Problem, shown
from cdk8s_iter8.values.scalars import CookieName, Seconds


class SessionAffinityValues(Model):
    """How a user stays with the version that first answered."""

    cookie_name: CookieName = Field(description="Name of the cookie that remembers the version.")
    max_age: Seconds = Field(86400, description="Seconds that browsers keep the cookie.")
    secure: bool = Field(default=False, description="Whether browsers send the cookie over TLS only.")

    @model_validator(mode="after")
    def _kept(self) -> "SessionAffinityValues":
        # RFC 6265bis, 4.1.3: browsers drop such a cookie without Secure.
        if self.cookie_name.lower().startswith(("__secure-", "__host-")) and not self.secure:
            text = f"{shown(self.cookie_name)} is a name that browsers keep only with secure: true"
            raise ProblemsError([Problem(("cookieName",), text)])
        return self

    def session_affinity(self) -> SessionAffinity:
        """Returns the affinity."""
        return SessionAffinity(self.cookie_name, self.max_age, self.secure)
