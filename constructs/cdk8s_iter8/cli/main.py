"""The command `cdk8s-iter8` and its list of verbs. Imports no cdk8s."""

import gc
import os
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from inspect import cleandoc
from io import TextIOWrapper
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

# The module of each command. It is imported when the command runs, because importing all of them takes longer than
# most commands.
_COMMANDS = {
    "preview": "preview:preview",
    "validate": "validate:validate",
    "template": "template:template",
    "weights": "weights:weights",
    "candidate": "candidate:candidate",
    "promote": "promote:promote",
    "rollback": "rollback:rollback",
    "set": "set:set_value",
    "status": "status:status",
    "diff": "diff:diff",
    "apply": "apply:apply",
    "delete": "delete:delete",
    "controller-flags": "controller_flags:controller_flags",
    "schema": "schema:schema",
    "controller": "controller:controller",
    "release-finalizers": "release_finalizers:release_finalizers",
}

_OBJECTS_BETWEEN_COLLECTIONS = 50_000


class _Command(TyperCommand):
    """Shows errors of arguments without the words of pydantic, which checks them."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except typer.BadParameter as error:
            error.message = error.message.removeprefix("Value error, ")
            raise


class _Commands(TyperGroup):
    """The commands, each imported when it is asked for."""

    def __init__(self, **attrs: Any) -> None:
        super().__init__(**attrs)
        self.commands = dict.fromkeys(_COMMANDS, TyperCommand(None))  # typer suggests these names for a misspelt one

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(":")
        function: Callable[..., None] = getattr(import_module(f"cdk8s_iter8.cli.{module}"), name)
        alone = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
        first = cleandoc(function.__doc__ or "").partition("\n\n")[0].replace("\n", " ")
        alone.command(cmd_name, cls=_Command, short_help=first)(function)  # else a list of commands cuts it off
        return typer.main.get_command(alone)


app = typer.Typer(
    name="cdk8s-iter8",
    cls=_Commands,
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help; rich is loaded only where a table is printed
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main() -> None:
    """Runs the command."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # else every installed package is asked for one
    # Imports make many objects and hardly any garbage: to look for it took a tenth of a short command's time.
    gc.freeze()
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
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
