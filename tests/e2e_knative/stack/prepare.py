"""Everything that needs the machine's own network, before the tests are in one of theirs: programs, CRDs, manifests."""

import sys

from tests.e2e.stack import build, crds
from tests.e2e_knative.stack import manifests, programs


def main() -> int:
    """Build and download what is missing; `python -m tests.e2e_knative.stack.prepare`."""
    code = build.main(programs.MODULES)
    if code:
        return code
    try:
        crds.directory()
        manifests.objects()
    except build.MissingError as error:
        build.say(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
