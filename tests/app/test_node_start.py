import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def fresh(program: str, **environ: str) -> "subprocess.CompletedProcess[str]":
    """Runs a program in an interpreter that has imported nothing yet."""
    paths = os.pathsep.join(str(ROOT / source) for source in ("constructs", "imports"))
    return subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": paths, **environ},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_cdk8s_and_core_objects_are_imported_after_the_block() -> None:
    done = fresh(
        "import sys\n"
        "from cdk8s_iter8.app.node_start import node_starting\n"
        "assert 'cdk8s' not in sys.modules\n"
        "with node_starting():\n"
        "    pass\n"
        "print({'cdk8s', 'cdk8s_plus_27.k8s'} <= set(sys.modules))\n"
    )
    assert (done.stdout, done.stderr) == ("True\n", "")


def test_the_garbage_collector_is_as_before() -> None:
    done = fresh(
        "import gc\n"
        "from cdk8s_iter8.app.node_start import node_starting\n"
        "try:\n"
        "    with node_starting():\n"
        "        raise ValueError\n"
        "except ValueError:\n"
        "    print(gc.isenabled())\n"
        "gc.disable()\n"
        "with node_starting():\n"
        "    pass\n"
        "print(gc.isenabled())\n"
    )
    assert (done.stdout, done.stderr) == ("True\nFalse\n", "")


def test_a_failure_to_start_node_comes_with_the_import_of_cdk8s() -> None:
    done = fresh(
        "from cdk8s_iter8.app.node_start import node_starting\n"
        "with node_starting():\n"
        "    pass\n"
        "try:\n"
        "    import cdk8s\n"
        "except FileNotFoundError as error:\n"
        "    print(error.filename)\n",
        JSII_NODE="no-such-node",
    )
    assert done.stdout == "no-such-node\n"
    assert "Exception in thread" not in done.stderr


def test_reading_values_imports_no_cdk8s() -> None:
    done = fresh(
        "import sys\n"
        "from cdk8s_iter8.release.check import load\n"
        f"load({str(ROOT / 'releases' / 'hello.yaml')!r})\n"
        "print({'cdk8s', 'constructs', 'jsii'} & set(sys.modules))\n"
    )
    assert (done.stdout, done.stderr) == ("set()\n", "")
