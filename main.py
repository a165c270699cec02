"""The cdk8s app: every file of releases/ becomes a Release, controller.yaml an Iter8Controller."""

import sys

from cdk8s_iter8.app.synth import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
