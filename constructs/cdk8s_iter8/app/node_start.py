"""Starts Node, which runs cdk8s, while Python reads and checks values."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from threading import Thread


@contextmanager
def node_starting() -> Iterator[None]:
    """Imports cdk8s and its core objects in a thread, during the `with` block.

    `import cdk8s` starts Node and waits for it, about as long as importing pydantic and checking a release take.
    After the block cdk8s is imported. If the import failed, the next import raises the same error. The block must not
    use cdk8s: Node answers one thread at a time.

    Use it in programs that end after synthesis: the garbage collector pauses during the block, and ignores the
    imported objects afterwards (about 50,000, which all live until the program ends).

    Example:
        >>> with node_starting():
        ...     from cdk8s_iter8.release.check import load
        ...     release = load("releases/hello.yaml")
        >>> import cdk8s
        >>> app = cdk8s.App(outdir="out")
    """
    collects = gc.isenabled()
    gc.disable()
    import_module("jsii")  # most of Python's work before it starts Node; faster before the thread takes time, too
    thread = Thread(target=_import_cdk8s, name="cdk8s import")
    thread.start()
    try:
        yield
    finally:
        with suppress(ImportError):
            import_module("typeguard")  # the next import of the thread, which still waits for Node
        thread.join()
        gc.freeze()
        if collects:
            gc.enable()


def _import_cdk8s() -> None:
    # A failed import is forgotten: the next import raises the error, where it can be handled.
    with suppress(Exception):
        import_module("cdk8s")  # starts Node; cdk8s_plus_27 would start it later, after its own imports
        import_module("cdk8s_plus_27.k8s")
