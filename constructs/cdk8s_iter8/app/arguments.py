"""The arguments of ``main.py``."""

import pathlib
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Sequence

from cdk8s_iter8.app.choice import RELEASES, Choice


def parsed(arguments: Sequence[str], cores: int) -> Choice:
    """Returns what the arguments choose.

    Args:
        arguments: The command's arguments.
        cores: How many processors there are.

    Raises:
        SystemExit: The arguments are wrong (2), or help was asked for (0).
    """
    parser = ArgumentParser(
        prog="main.py",
        description="Synthesizes values files into $CDK8S_OUTDIR (dist by default). Files named NAME.k8s.yaml there "
        "that it does not write are removed, unless --only is given.",
    )
    text = "where the values files are, NAME.yaml for the release NAME; default: releases"
    parser.add_argument("directory", metavar="DIR", nargs="?", type=pathlib.Path, default=RELEASES, help=text)
    text = "how many processes synthesize, where there are many releases; default: one for each processor"
    parser.add_argument("--jobs", metavar="N", type=_positive, default=cores, help=text)
    some = parser.add_mutually_exclusive_group()
    text = "synthesize only these releases; all other files, and names in them, are left alone"
    some.add_argument("--only", metavar="NAME", nargs="+", action="extend", default=[], help=text)
    text = "leave alone what is the same since the last synthesis with --changed; in doubt, everything is synthesized"
    some.add_argument("--changed", action="store_true", help=text)
    given = parser.parse_args(arguments)
    return Choice(given.directory, given.jobs, tuple(given.only), given.changed)


def _positive(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 1000:
        raise ArgumentTypeError(f"{text!r} is not a number of processes (from 1 to 1000)")
    return int(text)
