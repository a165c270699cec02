"""`cdk8s-iter8 schema`."""

from enum import StrEnum
from typing import Annotated

import typer

from cdk8s_iter8.environments import environment_names, shipped_environment_names


class Output(StrEnum):
    """What a schema is written as."""

    JSON = "json"
    MARKDOWN = "markdown"


def schema(
    output: Annotated[
        Output, typer.Option("--output", "-o", help="A schema for editors, or a reference of all keys for people.")
    ] = Output.JSON,
    environment: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Only this environment; may be given several times.", show_default=False),
    ] = None,
    shipped: Annotated[
        bool, typer.Option("--shipped", help="Only the environments of cdk8s-iter8 itself, whatever else is installed.")
    ] = False,
) -> None:
    """Print the JSON Schema of values files, for editors.

    It covers every environment that is installed. An editor with a YAML language server completes and checks a
    values file that names the schema in its first line:

    \b
      # yaml-language-server: $schema=../schema/values.schema.json

    \b
    Examples:
      cdk8s-iter8 schema > schema/values.schema.json
      cdk8s-iter8 schema --environment knative-istio -o markdown
    """  # noqa: D301 - lines after this character keep their breaks
    names = _chosen(environment or [], shipped_environment_names() if shipped else environment_names())
    from cdk8s_iter8.schema.values_schema import values_schema, write_schema

    found = values_schema(names)
    if output is Output.JSON:
        typer.echo(write_schema(found), nl=False)
    else:
        from cdk8s_iter8.schema.values_reference import values_reference

        typer.echo(values_reference(found), nl=False)


def _chosen(wanted: list[str], known: list[str]) -> list[str]:
    for name in wanted:
        if name not in known:
            raise typer.BadParameter(f"{name!r} is not one of {', '.join(known)}", param_hint="'--environment'")
    return [name for name in known if name in wanted or not wanted]
