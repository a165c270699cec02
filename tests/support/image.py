"""What the image of the routing controller holds, installed without building the image."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(*command: str | Path) -> str:
    """Runs a program that must end well; returns its standard output."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def build_wheel(place: Path) -> Path:
    """Builds the wheel of what is in the work tree, from a copy, so that nothing is left there."""
    source = place / "source"
    listed = run("git", "-C", ROOT, "ls-files", "--cached", "--others", "--exclude-standard")
    for name in listed.splitlines():
        if name.startswith(("constructs/", "imports/", "pyproject.toml", "README.md")) and (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, source / name)
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", place, source)
    return next(place.glob("*.whl"))


def install(wheel: Path, place: Path) -> Path:
    """Installs in `place` what image/Containerfile installs; returns the program `cdk8s-iter8`."""
    run(sys.executable, "-m", "venv", "--without-pip", place)
    target = ("--python", place / "bin" / "python")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", *target, "install", "--quiet", "--no-deps")
    run(*pip, "--only-binary=:all:", "--requirement", ROOT / "image" / "requirements.txt")
    run(*pip, wheel)
    run(place / "bin" / "python", "-m", "compileall", "-q", place / "lib")
    return place / "bin" / "cdk8s-iter8"


def image_environment() -> dict[str, str]:
    """The variables that the image sets, by its Containerfile."""
    last = (ROOT / "image" / "Containerfile").read_text().split("\nFROM ")[-1]
    (line,) = (line for line in last.splitlines() if line.startswith("ENV "))
    return dict(pair.split("=", 1) for pair in line.split()[1:])
