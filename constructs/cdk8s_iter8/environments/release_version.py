"""A version and an application of a release, each with its values: the arguments of an environment's methods."""

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
        values: The version in values.
        release: The values of the whole release, for keys that the version does not set.
        is_primary: Whether the version is the primary.
    """

    version: Version
    values: V_co
    release: AnyValues
    is_primary: bool = False

    def with_metadata_of(self, specification: Specification | None) -> Version:
        """Returns the version with the metadata of one of its objects.

        Args:
            specification: The whole object in values; its metadata wins over the version's. None: values have no
                such object.
        """
        return self.version.with_metadata(specification.metadata) if specification else self.version


@dataclass(frozen=True)
class ReleaseApplication(Generic[V_co]):
    """An application with its values.

    Attributes:
        application: The application: name, namespace, gateways, session affinity.
        versions: The versions with their values, the primary first.
        values: The values of the whole release.
        strategy: The application's strategy.
    """

    application: Application
    versions: tuple[ReleaseVersion[V_co], ...]
    values: AnyValues
    strategy: Strategy
