"""Session affinity: a user stays with the version that first answered."""

from dataclasses import dataclass

from cdk8s_iter8.validation.arguments import checked
from cdk8s_iter8.validation.scalars import CookieName, Seconds


@checked
@dataclass(frozen=True)
class SessionAffinity:
    """The cookie that remembers a user's version, with Flagger's names and meaning.

    Attributes:
        cookie_name: The cookie's name; its value is the version's name.
        max_age: Seconds that a browser keeps it; default one day, as Flagger's.
        secure: Whether browsers send it over TLS only.

    Raises:
        ValuesError: All problems of the session affinity, one line for each.
    """

    cookie_name: CookieName
    max_age: Seconds = 86400
    secure: bool = False

    def set_cookie(self, version: str) -> str:
        """Returns the value of the ``set-cookie`` header of the answers of a version.

        Example:
            >>> SessionAffinity("app", max_age=60).set_cookie("hello-1")
            'app=hello-1; Path=/; Max-Age=60; HttpOnly; SameSite=Lax'
        """
        secure = "; Secure" if self.secure else ""
        return f"{self.cookie_name}={version}; Path=/; Max-Age={self.max_age}; HttpOnly; SameSite=Lax{secure}"
