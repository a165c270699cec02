"""Edit: changes the weights of versions."""

from collections.abc import Mapping
from dataclasses import dataclass

from cdk8s_iter8.edits.document import Document, EditError
from cdk8s_iter8.edits.versions import VERSIONS, position, put_weight
from cdk8s_iter8.release.resolved import ResolvedRelease


@dataclass(frozen=True)
class Weights:
    """New weights for versions.

    Attributes:
        wanted: The new weights, by version. Other versions keep their weights.
    """

    wanted: Mapping[str, int]

    def applied(self, document: Document, release: ResolvedRelease) -> tuple[Document, str]:
        """Returns the document with the weights.

        Raises:
            EditError: There is no such version, or its weight has no effect.
        """
        check_weighted(release)
        for name, weight in self.wanted.items():
            index = position(release, name)
            if index == 0 and _mirrors(release):
                text = f"'{name}' answers every request with strategy {release.strategy.name}; its weight has no effect"
                raise EditError((*VERSIONS, 0), text)
            document = put_weight(document, index, weight)
        return document, ""


def check_weighted(release: ResolvedRelease) -> None:
    """Checks that weights have an effect.

    Raises:
        EditError: The strategy does not use them.
    """
    if not release.strategy.weighted:
        text = f"with strategy {release.strategy.name} weights have no effect"
        raise EditError(("application", "strategy"), text)


def _mirrors(release: ResolvedRelease) -> bool:
    return bool(release.traffic_plan and any(rule.mirrors for rule in release.traffic_plan.rules))
