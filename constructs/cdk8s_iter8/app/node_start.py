"""Starts Node, which runs cdk8s, while Python reads and checks values."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from threading import Thread


@contextmanager
def node_starting() -> Iterator[None]:
    """Imports cdk8s and its core objects beside the `with` block, for programs that start, synthesize and end.

    `import cdk8s` starts Node and waits for it, about as long as it takes to import pydantic and check a release;
    neither needs the other. After the block cdk8s is imported, or importing it raises what it would have raised.
    The block must not use cdk8s: Node answers one thread at a time.

    The garbage collector pauses meanwhile, and what was imported is exempt from it afterwards: some 50,000
    objects which live as long as the program, so that looking through them finds nothing.

    Example:
        >>> with node_starting():
        ...     from cdk8s_iter8.release.check import load
        ...     plan = load("releases/hello.yaml")
        >>> import cdk8s
        >>> app = cdk8s.App(outdir="out")
    """
    collects = gc.isenabled()
    gc.disable()
    import_module("jsii")  # most of what Python itself has to do before it can start Node: before sharing time
    thread = Thread(target=_import_cdk8s, name="cdk8s import")
    thread.start()
    try:
        yield
    finally:
        with suppress(ImportError):
            import_module("typeguard")  # the thread's next import, while it still waits for Node
        thread.join()
        gc.freeze()
        if collects:
            gc.enable()


def _import_cdk8s() -> None:
    # A failed import leaves no trace: whoever imports it next gets the error, where it can be handled.
    with suppress(Exception):
        import_module("cdk8s")  # starts Node; cdk8s_plus_27 alone would do so late, after its own imports
        import_module("cdk8s_plus_27.k8s")
