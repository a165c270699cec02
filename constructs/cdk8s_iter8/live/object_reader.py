"""Reads many objects with few calls: several of a type by a list, one alone by itself."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from cdk8s_iter8.cluster.api_error import MissingTypeError, NotPermittedError
from cdk8s_iter8.cluster.connection import AT_ONCE, Connection
from cdk8s_iter8.cluster.keys import GVR, Object, ObjectKey
from cdk8s_iter8.cluster.marks import WATCH_SELECTOR
from cdk8s_iter8.iter8.resource_type import ROUTES
from cdk8s_iter8.manifests.recommended_labels import INSTANCE

Read = Object | NotPermittedError | MissingTypeError | None
"""An object, why it may not be read, that the cluster has no such type, or None: there is none."""

_Place = tuple[GVR, str]


@dataclass
class ObjectReader:
    """Reads the objects of releases. It remembers what may not be listed, and does not ask for it again.

    Attributes:
        connection: The cluster.
    """

    connection: Connection
    _refused: set[_Place] = field(default_factory=set)

    def read(self, keys: Collection[ObjectKey], release: str | None) -> Mapping[ObjectKey, Read]:
        """Reads objects.

        Several objects of a type in a namespace are listed by label, where that is permitted. What the list does not
        have, such as an object without the label, is read by itself.

        Args:
            keys: The objects.
            release: The release that all of them belong to; None: they belong to several.

        Raises:
            CallError: The cluster cannot be read, for another reason than a missing permission or CRD.
        """
        places: dict[_Place, list[ObjectKey]] = {}
        for key in keys:
            places.setdefault((key.gvr, key.namespace), []).append(key)
        listed = {
            place: selector
            for place, those in places.items()
            if (selector := _selector(place[0], len(those), release)) is not None and place not in self._refused
        }
        objects: dict[ObjectKey, Read] = {}
        for answer in self.connection.at_once(lambda item: self._listed(*item, places), listed.items()):
            objects |= answer
        alone = [key for key in keys if key not in objects]
        return objects | dict(zip(alone, self.connection.at_once(self._one, alone), strict=True))

    def _listed(
        self, place: _Place, selector: str, places: Mapping[_Place, Collection[ObjectKey]]
    ) -> dict[ObjectKey, Read]:
        """Those of the wanted objects that the list has."""
        try:
            raws = self.connection.objects(*place, selector)
        except NotPermittedError:
            self._refused.add(place)
            return {}
        except MissingTypeError as error:
            return dict.fromkeys(places[place], error)
        by_name = {raw["metadata"]["name"]: raw for raw in raws}
        return {key: by_name[key.name] for key in places[place] if key.name in by_name}

    def _one(self, key: ObjectKey) -> Read:
        try:
            return self.connection.read_typed(key)
        except (NotPermittedError, MissingTypeError) as error:
            return error


def _selector(gvr: GVR, count: int, release: str | None) -> str | None:
    """The labels by which objects are listed, empty for all of the namespace; None: each is read by itself."""
    if count == 1 or (release is None and count <= AT_ONCE):
        return None
    if release is not None:
        return f"{INSTANCE}={release}"
    return "" if (gvr.group, gvr.resource) in ROUTES else WATCH_SELECTOR  # Iter8 does not label its routes
