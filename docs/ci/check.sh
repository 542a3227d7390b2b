#!/bin/sh
# What a pipeline does with a workspace: it checks it, for people and for a machine, and
# renders it. Copy it beside your memos, or take from it what you need.
#
#     check.sh [WORKSPACE] [OUT] [REPORT]
#
# OUT gets the documents of every memo without errors, REPORT the findings in SARIF.
# Exit status: 0 everything is rendered, 1 a memo has errors, 2 bimemo could not do its
# work.
set -u
workspace=${1:-.}
out=${2:-out}
report=${3:-bimemo.sarif}

# The findings, for whoever reads the log of the pipeline.
bimemo check --root "$workspace" --output-format concise
checked=$?

# The same for what shows findings beside the lines that they are about. Its status is that
# of the check above.
bimemo check --root "$workspace" --output-format sarif --quiet > "$report" 2> /dev/null

# The documents. What has errors is left out, and all else is written.
if [ "$checked" -lt 2 ]; then
    bimemo render --root "$workspace" --out "$out"
    rendered=$?
    [ "$rendered" -gt "$checked" ] && checked=$rendered
fi
exit "$checked"
