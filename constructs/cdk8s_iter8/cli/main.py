"""The command `cdk8s-iter8`: looks at values, and edits them, before anything is applied. Imports no cdk8s."""

import sys
from collections.abc import Callable
from importlib.metadata import version
from io import TextIOWrapper
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from cdk8s_iter8.cli.apply import apply
from cdk8s_iter8.cli.candidate import candidate
from cdk8s_iter8.cli.controller import controller
from cdk8s_iter8.cli.controller_flags import controller_flags
from cdk8s_iter8.cli.delete import delete
from cdk8s_iter8.cli.diff import diff
from cdk8s_iter8.cli.preview import preview
from cdk8s_iter8.cli.promote import promote
from cdk8s_iter8.cli.release_finalizers import release_finalizers
from cdk8s_iter8.cli.rollback import rollback
from cdk8s_iter8.cli.schema import schema
from cdk8s_iter8.cli.set import set_value
from cdk8s_iter8.cli.status import status
from cdk8s_iter8.cli.template import template
from cdk8s_iter8.cli.validate import validate
from cdk8s_iter8.cli.weights import weights

app = typer.Typer(
    name="cdk8s-iter8",
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help; rich is loaded only where a table is printed
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class _Command(TyperCommand):
    """Says what is wrong with an argument without the words of the library that typer checks it with."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except typer.BadParameter as error:
            error.message = error.message.removeprefix("Value error, ")
            raise


_COMMANDS: dict[str, Callable[..., None]] = {
    "preview": preview,
    "validate": validate,
    "template": template,
    "weights": weights,
    "candidate": candidate,
    "promote": promote,
    "rollback": rollback,
    "set": set_value,
    "status": status,
    "diff": diff,
    "apply": apply,
    "delete": delete,
    "controller-flags": controller_flags,
    "schema": schema,
    "controller": controller,
    "release-finalizers": release_finalizers,
}
for name, command in _COMMANDS.items():
    app.command(name, cls=_Command)(command)


def main() -> None:
    """Runs the command."""
    # Values may hold characters that a terminal or a pipe does not know.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    app()


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"cdk8s-iter8 {version('cdk8s-iter8')}")
        raise typer.Exit


@app.callback()
def _command(
    _version: Annotated[
        bool, typer.Option("--version", help="Print the version and exit.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Progressive release with Iter8: check values, and see what traffic will do, before anything is applied."""
