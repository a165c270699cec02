"""A version of a release, and the application that it belongs to, as an environment sees them."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from cdk8s_iter8.specifications.specification import Specification
from cdk8s_iter8.strategies import Strategy
from cdk8s_iter8.traffic.application import Application
from cdk8s_iter8.traffic.version import Version
from cdk8s_iter8.values.release import AnyValues, VersionValues

V_co = TypeVar("V_co", bound=VersionValues, covariant=True)


@dataclass(frozen=True)
class ReleaseVersion(Generic[V_co]):
    """A version with its values.

    Attributes:
        version: The version: name, namespace, weight, labels, annotations.
        values: What the values say of it.
        release: The values of the whole release, for defaults that the version does not have.
        is_primary: Whether it is the first of the versions.
    """

    version: Version
    values: V_co
    release: AnyValues
    is_primary: bool = False

    def named_by(self, specification: Specification | None) -> Version:
        """Returns the version as one of its objects is named and labelled.

        Args:
            specification: The object in values, whose own metadata wins over the version's; None: there is none.
        """
        return self.version.with_metadata(specification.metadata) if specification else self.version


@dataclass(frozen=True)
class ReleaseApplication(Generic[V_co]):
    """An application with its values.

    Attributes:
        application: The application: name, namespace, gateways, session affinity.
        versions: Its versions with their values, the primary first.
        values: The values of the whole release.
        strategy: How its traffic is shared.
    """

    application: Application
    versions: tuple[ReleaseVersion[V_co], ...]
    values: AnyValues
    strategy: Strategy
