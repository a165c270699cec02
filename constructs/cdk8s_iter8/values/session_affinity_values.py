"""Session affinity in values, with Flagger's keys."""

from pydantic import Field

from cdk8s_iter8.traffic.session_affinity import SessionAffinity
from cdk8s_iter8.values.model import Model
from cdk8s_iter8.values.scalars import CookieName, Seconds


class SessionAffinityValues(Model):
    """How a user stays with the version that first answered."""

    cookie_name: CookieName = Field(description="Name of the cookie that remembers the version.")
    max_age: Seconds = Field(86400, description="Seconds that browsers keep the cookie.")
    secure: bool = Field(default=False, description="Whether browsers send the cookie over TLS only.")

    def session_affinity(self) -> SessionAffinity:
        """Returns the affinity."""
        return SessionAffinity(self.cookie_name, self.max_age, self.secure)
