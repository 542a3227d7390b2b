#!/usr/bin/env python3
"""What a run leaves on a disk that fails, or loses its power.

    disk.py BIMEMO ROOT FOLDER

Renders the workspace ROOT below FOLDER, which is made anew. First the calls of the system
are watched (strace): a file gets its name only when the disk has what is in it, and
the folder with the names is waited for last; `--no-sync` waits for nothing, and `fmt` always
does. Then the output goes to file systems in memory that are too small: what is there is
whole, the run says that the disk is full and gives exit status 2, and with more room the next
run finishes and leaves nothing beside. To mount them root is needed; without it that is left
out, and said.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys

LEFTOVER = ".bimemo-"
CALL = re.compile(r"^(fsync|renameat2?)\((.*)\) += 0$")


def run(*arguments, **others):
    return subprocess.run([str(it) for it in arguments], capture_output=True, text=True, **others)


def fail(what):
    sys.exit(f"disk: {what}")


def calls(folder, *command, cwd=None):
    """The waits and the namings of a command: a kind and a path each, in order. What only saves
    time (`--cache`) is left out: it may be lost, and what is spoilt of it counts as none."""
    log = folder / "calls"
    done = run("strace", "-f", "-y", "-e", "trace=fsync,renameat,renameat2", "-o", log, *command, cwd=cwd)
    if done.returncode:
        fail(f"{command} gives {done.returncode}: {done.stderr}")
    found, begun = [], {}
    for line in log.read_text().splitlines():
        thread, call = line.split(maxsplit=1)
        # What another thread's call interrupts is written in two parts.
        if call.endswith("<unfinished ...>"):
            begun[thread] = call.removesuffix("<unfinished ...>").rstrip()
            continue
        if call.startswith("<..."):
            call = begun.pop(thread) + call.partition("resumed>")[2]
        call = CALL.match(call)
        if call and call[1] == "fsync":
            found.append(("kept", re.search(r"<(.*?)>", call[2])[1]))
        elif call:
            folders = re.findall(r"<(.*?)>", call[2])
            names = re.findall(r'"(.*?)"', call[2])
            found.append(("named", f"{folders[0]}/{names[0]}", f"{folders[1]}/{names[1]}"))
    memory = str(folder / "memory")
    return [call for call in found if not any(path.startswith(memory) for path in call[1:])]


def assert_order(found, least):
    kept, unkept, named = set(), {}, 0
    for call in found:
        if call[0] == "kept":
            kept.add(call[1])
            unkept.pop(call[1], None)
            continue
        _, before, after = call
        named += 1
        if before not in kept:
            fail(f"{after} got its name before the disk had it")
        unkept[os.path.dirname(after)] = after
    if named < least:
        fail(f"only {named} files were named")
    if unkept:
        fail(f"the names in these folders were not waited for: {sorted(unkept)}")


def contents(folder):
    files = [it for it in folder.rglob("*") if it.is_file()]
    return {str(it.relative_to(folder)): it.read_bytes() for it in files}


def power(bimemo, root, folder):
    render = [bimemo, "render", "--quiet", "--root", root, "--jobs", "2", "--cache", folder / "memory", "--out"]
    assert_order(calls(folder, *render, folder / "whole"), 20)
    found = calls(folder, *render, folder / "quick", "--no-sync")
    if any(call[0] == "kept" for call in found):
        fail("--no-sync waits")
    if contents(folder / "whole") != contents(folder / "quick"):
        fail("--no-sync writes something else")
    words = folder / "fmt"
    (words / "memos").mkdir(parents=True)
    memo = "kind: notice\ndate: 2026-05-01\nsubject: { en: \"Tide's\", fr: \"Marée !\" }\nsections: [{ body: { en: High., fr: Haute. } }]\n"
    (words / "memos/tide.yaml").write_text(memo)
    assert_order(calls(folder, bimemo, "fmt", "--quiet", cwd=words), 1)


def mounted(folder, size):
    folder.mkdir()
    return run("mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", folder).returncode == 0


def full(bimemo, root, folder):
    """How many sizes were tried."""
    whole = contents(folder / "whole")
    small = folder / "small"
    tried = 0
    room = sum(map(len, whole.values())) // 1024
    for size in (8, room // 6, room // 3, room * 2 // 3):
        if not mounted(small, size):
            print("disk: nothing can be mounted here: full disks are left out")
            return 0
        try:
            render = [bimemo, "render", "--quiet", "--root", root, "--cache", folder / "memory", "--out", small / "out"]
            done = run(*render)
            if done.returncode != 2 or "No space left" not in done.stderr:
                fail(f"{size} KB: exit status {done.returncode}: {done.stderr}")
            for name, data in contents(small / "out").items():
                # The list of the files is another where there are others.
                if data != whole.get(name) and os.path.basename(name) != "manifest.json":
                    fail(f"{size} KB: {name} is not whole")
            run("mount", "-o", "remount,size=64m", small)
            done = run(*render)
            if done.returncode or contents(small / "out") != whole:
                fail(f"{size} KB, then more: exit status {done.returncode}: {done.stderr}")
            tried += 1
        finally:
            run("umount", small)
            small.rmdir()
    return tried


def main():
    bimemo, root, folder = (pathlib.Path(it).resolve() for it in sys.argv[1:])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    power(bimemo, root, folder)
    tried = full(bimemo, root, folder)
    if any(LEFTOVER in name for name in contents(folder / "whole")):
        fail("something is left beside the documents")
    print(f"disk: files have their names when the disk has them, and {tried} full disks leave whole files")


if __name__ == "__main__":
    main()
