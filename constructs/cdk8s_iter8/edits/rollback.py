"""Edit: sends the requests of candidates back to the primary."""

from dataclasses import dataclass

from cdk8s_iter8.edits.document import Document, EditError
from cdk8s_iter8.edits.promotion import runs_the_same
from cdk8s_iter8.edits.versions import VERSIONS, has_own_name, position, put_weight, weight_of, without
from cdk8s_iter8.release.resolved import ResolvedRelease
from cdk8s_iter8.validation.scalars import LARGEST_WEIGHT


@dataclass(frozen=True)
class Rollback:
    """Candidates lose their requests. Candidates that get no requests by weight are removed.

    Attributes:
        version: The candidate; None: all candidates.
    """

    version: str | None = None

    def applied(self, document: Document, release: ResolvedRelease) -> tuple[Document, str]:
        """Returns the document in which the candidates have weight 0 or are removed.

        Raises:
            EditError: There is no such candidate, or the primary runs the same, as after the first step of a promotion.
        """
        going = self._candidates(document, release)
        names = release.version_names()
        have = [index for index in going if weight_of(release, index)] if release.strategy.weighted else []
        if not have:
            words = ", ".join(names[index] for index in going)
            return without(document, release, going), f"{words}: taken out"
        for index in have:
            document = put_weight(document, index, 0)
        left = [index for index in range(len(names)) if index not in going and weight_of(release, index)]
        if not left:  # as in the cluster, where the primary gets every request then
            document = put_weight(document, 0, min(sum(weight_of(release, index) for index in have), LARGEST_WEIGHT))
        words = ", ".join(names[index] for index in have)
        said = f"step 1 of 2, {words}: no more requests.\nWhen this is applied, run rollback again to take it out."
        return document, said

    def _candidates(self, document: Document, release: ResolvedRelease) -> list[int]:
        names = release.version_names()
        if len(names) == 1:
            raise EditError(VERSIONS, f"'{names[0]}' is the only version, so there is nothing to roll back")
        going = [position(release, self.version)] if self.version else list(range(1, len(names)))
        if 0 in going:
            raise EditError((*VERSIONS, 0), f"'{names[0]}' is the primary; a rollback is for candidates")
        for index in going:
            if runs_the_same(document, index) and not has_own_name(release, index):  # promoted, the first step
                text = f"the primary runs what '{names[index]}' runs"
                text += ", so there is nothing to go back to; what it ran before is in your version control"
                raise EditError((*VERSIONS, index), text)
        return going
