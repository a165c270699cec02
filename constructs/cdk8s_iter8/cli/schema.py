"""`cdk8s-iter8 schema`."""

from enum import StrEnum
from typing import Annotated

import typer

from cdk8s_iter8.cli.paths import fail
from cdk8s_iter8.environments import environment_names, shipped_environment_names
from cdk8s_iter8.validation.problem import ValuesError


class Output(StrEnum):
    """How a schema is written."""

    JSON = "json"
    MARKDOWN = "markdown"


class Kind(StrEnum):
    """Which files a schema is for."""

    VALUES = "values"
    CONTROLLER = "controller"


def schema(
    of: Annotated[Kind, typer.Argument(metavar="values|controller", hidden=True)] = Kind.VALUES,
    output: Annotated[
        Output, typer.Option("--output", "-o", help="A schema for editors, or a reference of all keys for people.")
    ] = Output.JSON,
    environment: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Only this environment; may be given several times.",
            show_default=False,
            autocompletion=environment_names,
        ),
    ] = None,
    shipped: Annotated[
        bool, typer.Option("--shipped", help="Only the environments of cdk8s-iter8 itself, whatever else is installed.")
    ] = False,
) -> None:
    """Print the JSON Schema of values files, for editors.

    The schema covers every environment that is installed. With the word controller, it is the schema of
    controller.yaml. An editor with a YAML language server completes and checks a file that names its schema in the
    first line:

    \b
      # yaml-language-server: $schema=../schema/values.schema.json

    \b
    Examples:
      cdk8s-iter8 schema > schema/values.schema.json
      cdk8s-iter8 schema --environment knative-istio -o markdown
      cdk8s-iter8 schema controller > schema/controller.schema.json
    """  # noqa: D301 - lines after this character keep their breaks
    from cdk8s_iter8.schema.model_schema import write_schema

    if of is Kind.CONTROLLER:
        if environment or shipped or output is not Output.JSON:
            raise typer.BadParameter("takes no options", param_hint="'controller'")
        from cdk8s_iter8.controller.engines import ENGINES
        from cdk8s_iter8.schema.controller_schema import controller_schema

        typer.echo(write_schema(controller_schema(ENGINES)), nl=False)
        return
    from cdk8s_iter8.schema.values_schema import values_schema

    names = _chosen(environment or [], shipped_environment_names() if shipped else environment_names())
    try:
        document = values_schema(names)
    except ValuesError as error:
        fail(error.lines)
    if output is Output.JSON:
        typer.echo(write_schema(document), nl=False)
    else:
        from cdk8s_iter8.schema.values_reference import values_reference

        typer.echo(values_reference(document), nl=False)


def _chosen(wanted: list[str], known: list[str]) -> list[str]:
    for name in wanted:
        if name not in known:
            raise typer.BadParameter(f"{name!r} is not one of {', '.join(known)}", param_hint="'--environment'")
    return [name for name in known if name in wanted or not wanted]
