"""The paths of a release's names in its values, and names that are too long."""

from collections.abc import Iterator

from cdk8s_iter8.release.resolved import version_name
from cdk8s_iter8.routing.names import TakenName
from cdk8s_iter8.specifications.specification import Specification
from cdk8s_iter8.validation.problem import Path, Problem
from cdk8s_iter8.validation.scalars import LONGEST_NAME
from cdk8s_iter8.values.release import AnyValues

APPLICATION: Path = ("application", "metadata", "name")


def long_names(values: AnyValues, name: str) -> Iterator[Problem]:
    """Yields problems of versions whose name, made of the application's name, is too long.

    Args:
        values: The values.
        name: The release's name.
    """
    application = values.application.metadata.name or name
    for index, version in enumerate(values.application.versions):
        made = version_name(version, application, index)
        if len(made) > LONGEST_NAME:
            text = f"'{made}' has {len(made)} characters, at most {LONGEST_NAME} are possible; give the version a name"
            yield Problem(("application", "versions", index), text)


def place_of(name: TakenName, values: AnyValues) -> Path:
    """Returns the path of a name in values: in metadata, or of the version if the name is made of other names.

    Args:
        name: The name of an object of the release.
        values: The values.
    """
    if name.version is None:
        return APPLICATION
    place: Path = ("application", "versions", name.version)
    version = values.application.versions[name.version]
    for field, info in type(version).model_fields.items():
        specification = getattr(version, field)
        if isinstance(specification, Specification) and specification.metadata.name == name.source:
            return (*place, info.alias or field, "metadata", "name")
    return (*place, "metadata", "name") if version.metadata.name else place
