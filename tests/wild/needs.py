"""The Python packages of the converter, in a virtual environment of their own.

`ensure()` comes before any import of them. Where they are absent it makes the
environment in the user's cache, once, and starts the program again inside it.
"""
import importlib.util
import os
import subprocess
import sys
import venv
from pathlib import Path

# A Markdown reader, an HTML reader that mends pages as browsers do, and a reader of
# reStructuredText. Pinned, so that a set converts to the same bytes everywhere.
PACKAGES = {
    "markdown_it": "markdown-it-py==3.0.0",
    "mdit_py_plugins": "mdit-py-plugins==0.4.2",
    "html5lib": "html5lib==1.1",
    "docutils": "docutils==0.21.2",
}
NAME = "bimemo-wild-1"


def ensure():
    """Returns when the packages can be imported."""
    if all(importlib.util.find_spec(module) for module in PACKAGES):
        return
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / NAME
    python = cache / "bin" / "python"
    if Path(sys.prefix).resolve() == cache.resolve():
        sys.exit(f"wild: the packages in {cache} cannot be imported: delete that folder")
    if not (cache / "done").exists():
        print(f"wild: installing {', '.join(PACKAGES.values())} in {cache}", file=sys.stderr)
        venv.create(cache, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *PACKAGES.values()], check=True)
        (cache / "done").write_text("")
    os.execv(python, [str(python), *sys.argv])
