"""Holds documents as data against their schema: SCHEMA FOLDER."""

import json
import pathlib
import sys

import jsonschema

schema = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
folder = pathlib.Path(sys.argv[2])
files = sorted(set(folder.glob("*.json")) - {folder / "manifest.json"})
faults = 0
for file in files:
    for error in validator.iter_errors(json.loads(file.read_text(encoding="utf-8"))):
        faults += 1
        print(f"{file.name}: {error.json_path}: {error.message[:200]}")
if len(files) < 20:
    print(f"only {len(files)} documents were looked at")
sys.exit(1 if faults or len(files) < 20 else 0)
