"""What a shell completes: names of releases in the cluster, and of versions. Without an answer it completes nothing."""

from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from cdk8s_iter8.cluster.connection import Connection

_CONNECT, _READ = 0.5, 1.0
"""Seconds that a cluster may take: who presses a key does not wait longer."""


def complete_releases(ctx: typer.Context, incomplete: str) -> list[str]:
    """Completes the name of a release in the cluster."""
    return _matching(lambda: _releases(ctx), incomplete, ctx.params.get("names") or ())


def complete_file_or_release(ctx: typer.Context, incomplete: str) -> list[str]:
    """Completes the name of a release behind ``--live`` or ``--clear``; else the shell completes files."""
    return complete_releases(ctx, incomplete) if _is_live(ctx) else []


def complete_versions(ctx: typer.Context, incomplete: str) -> list[str]:
    """Completes the name of a version of a values file."""
    return _matching(lambda: _versions_of_file(ctx), incomplete)


def complete_weights(ctx: typer.Context, incomplete: str) -> list[str]:
    """Completes ``VERSION=`` of a values file, or of a release in the cluster."""
    given = [weight.partition("=")[0] for weight in ctx.params.get("wanted") or ()]
    versions = _versions_in_cluster if _is_live(ctx) else _versions_of_file
    return [f"{name}=" for name in _matching(lambda: versions(ctx), incomplete, given)]


def _matching(names: Callable[[], Iterable[str]], incomplete: str, given: Collection[str] = ()) -> list[str]:
    try:
        return sorted(name for name in {*names()} if name.startswith(incomplete) and name not in given)
    except Exception:  # a shell that completes must not see an error
        return []


def _is_live(ctx: typer.Context) -> bool:
    return bool(ctx.params.get("live") or ctx.params.get("clear"))


def _releases(ctx: typer.Context) -> list[str]:
    from cdk8s_iter8.cluster.releases import find_releases

    with _connected(ctx) as connection:
        return [key.name for key in find_releases(connection)]


def _versions_in_cluster(ctx: typer.Context) -> list[str]:
    from cdk8s_iter8.applying.live_routing import routemap_of
    from cdk8s_iter8.cluster.releases import find_releases

    with _connected(ctx) as connection:
        [raw] = find_releases(connection, [str(ctx.params["file"])]).values()
        return [version.name for version in routemap_of(raw).versions]


def _versions_of_file(ctx: typer.Context) -> tuple[str, ...]:
    from cdk8s_iter8.release.check import load

    return load(Path(ctx.params["file"])).version_names()


def _connected(ctx: typer.Context) -> "Connection":
    from urllib3 import Timeout

    from cdk8s_iter8.cluster.connection import connect

    connection = connect(ctx.params.get("context"), ctx.params.get("namespace"))
    connection.transport.timeout = Timeout(connect=_CONNECT, read=_READ)
    return connection
