"""What the commands that edit a values file share: their options, and how an edit is shown and written."""

import difflib
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cdk8s_iter8.cli.output import Output
from cdk8s_iter8.cli.paths import fail
from cdk8s_iter8.cli.terminal import fitted, painted, terminal_width
from cdk8s_iter8.validation.problem import ValuesError, printable

if TYPE_CHECKING:  # the commands that only read need not import it
    from cdk8s_iter8.edits.edit import Edited


# Explained in each command's own text.
File = Annotated[Path, typer.Argument(metavar="FILE", hidden=True)]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would change and write nothing.")]
Outputs = Annotated[Output, typer.Option("--output", "-o", help="How to show what changes.")]
Synth = Annotated[
    bool,
    typer.Option(
        "--synth/--no-synth", help="Run `python main.py` afterwards, in the nearest directory above FILE that has one."
    ),
]


def carry_out(make: "Callable[[], Edited]", *, dry_run: bool, output: Output, synth: bool) -> None:
    """Makes an edit, shows it, writes it.

    Args:
        make: Makes the edit.
        dry_run: Whether to write nothing.
        output: How to show it.
        synth: Whether to synthesize afterwards.
    """
    from cdk8s_iter8.app.project import app_directory, new_conflicts, synthesize
    from cdk8s_iter8.edits.values_file import replace_file

    if dry_run and synth:
        raise typer.BadParameter("is not possible together with --dry-run", param_hint="'--synth'")
    try:
        done = make()
        directory = app_directory(done.file) if synth else None
        if synth and not directory:
            raise ValuesError(
                [f"{printable(str(done.file))}: no directory above it has a main.py; nothing was written"]
            )
        if conflicts := new_conflicts(done.file, done.release_before, done.release):
            raise ValuesError(conflicts)
        written = not dry_run and done.after != done.before
        text = _json(done, written=written) if output is Output.JSON else _text(done, dry_run=dry_run)
        if written:
            replace_file(done.file, done.before, done.after)
    except ValuesError as error:
        fail(error.lines)
    typer.echo(text)
    if directory and (problems := synthesize(directory)):
        fail([*problems, f"{printable(str(done.file))}: was written, but {directory / 'main.py'} has failed"])


def _text(done: "Edited", *, dry_run: bool) -> str:
    from cdk8s_iter8.previews.release_preview import release_preview, title
    from cdk8s_iter8.previews.traffic_change import change_lines

    name = printable(str(done.file))
    if done.before == done.after:
        return f"{name}: says so already; nothing changes"
    difference = (printable(line.replace("\t", " ")) for line in "".join(_difference(done)).splitlines())
    before = release_preview(done.release_before) if done.release_before else None
    traffic = change_lines(before, release_preview(done.release), terminal_width())
    parts = [painted(difference), title(done.release), "\n".join(map(fitted, traffic))]
    if done.said:
        parts.append("\n".join(map(fitted, done.said.splitlines())))
    parts.append(f"{name}: not written (--dry-run)" if dry_run else f"{name}: written")
    return "\n\n".join(part for part in parts if part)


def _json(done: "Edited", *, written: bool) -> str:
    from cdk8s_iter8.previews.release_preview import release_preview
    from cdk8s_iter8.previews.traffic_change import changes, enough

    before = release_preview(done.release_before) if done.release_before else None
    after = release_preview(done.release)
    data = {
        "file": str(done.file),
        "changed": done.before != done.after,
        "written": written,
        "said": done.said,
        "difference": "".join(_difference(done)),
        "traffic": [asdict(change) for change in changes(before, after)],
        "enough": {"before": enough(before) if before else None, "after": enough(after)},
    }
    return json.dumps(data, indent=2)


def _difference(done: "Edited") -> Iterator[str]:
    """Returns the difference of the text as `diff -u` writes it."""
    old, new = (text.splitlines(keepends=True) for text in (done.before, done.after))
    for line in difflib.unified_diff(old, new, str(done.file), str(done.file)):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
