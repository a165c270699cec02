"""What every environment's versions have in values."""

from pydantic import Field

from cdk8s_iter8.traffic.match import Match
from cdk8s_iter8.values.match_values import MatchValues
from cdk8s_iter8.values.metadata import Metadata
from cdk8s_iter8.values.model import Model
from cdk8s_iter8.values.scalars import Weight


class VersionValues(Model):
    """A version. An environment adds the keys that its objects are made from."""

    metadata: Metadata = Field(Metadata(), description="Metadata of the version's objects; name: APPLICATION-INDEX.")
    weight: Weight = Field(
        50,
        description="blue-green: relative weight (0: no requests). mirror: percentage of requests copied to a "
        "candidate. canary, none: not used.",
    )
    match: list[MatchValues] = Field(
        default=[],
        description="canary: the requests that this candidate gets; clauses, ORed. "
        "Default with a single candidate: header traffic: test.",
    )

    def match_key(self) -> str | None:
        """Returns the key that holds the version's clauses, if there are any."""
        return "match" if self.match else None

    def matches(self) -> tuple[Match, ...]:
        """Returns the clauses in no router's own terms."""
        return tuple(each.match() for each in self.match)
