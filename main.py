"""The cdk8s app: every file of releases/ becomes a Release, controller.yaml an Iter8Controller."""

import sys
from pathlib import Path

from cdk8s_iter8.app.synth import main

if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "releases")))
