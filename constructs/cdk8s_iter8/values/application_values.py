"""The application in values."""

from typing import Generic, TypeVar

from pydantic import Field

from cdk8s_iter8.values.metadata import Metadata
from cdk8s_iter8.values.model import Model
from cdk8s_iter8.values.scalars import Port
from cdk8s_iter8.values.session_affinity_values import SessionAffinityValues
from cdk8s_iter8.values.version_values import VersionValues

V_co = TypeVar("V_co", bound=VersionValues, covariant=True)


class ApplicationValues(Model, Generic[V_co]):
    """An application and its versions. An environment may add defaults for its versions."""

    metadata: Metadata = Field(
        Metadata(), description="Metadata; name: the release's. Labels and annotations go to every version."
    )
    strategy: str = Field("none", description="How traffic is shared among the versions.")
    port: Port = Field(80, description="Port of the versions' containers.")
    session_affinity: SessionAffinityValues | None = Field(
        None, description="blue-green: keep a user with the version that first answered."
    )
    versions: list[V_co] = Field(min_length=1, description="The versions; the first is the primary.")
