#!/bin/sh
# Looks at all environments of a project for drift.
#
#   drift.sh [PROJECT] [SHARD]
#
# SHARD, such as 2/4, looks at a part of them. Writes into the folder reports:
#   drift.json, drift.md, drift.xml (JUnit) and sarif/drift.sarif
#
# Exits as corbel drift does: 0 no drift, 1 an error, 2 drift, 3 no drift as far as could be read.
set -eu

project=${1:-.}
shard=${2:-}
reports=$(pwd)/reports
mkdir -p "$reports/sarif"
format=text
if [ -n "${GITHUB_ACTIONS:-}" ]; then
    format=github
fi

exec corbel drift -C "$project" --all ${shard:+--shard "$shard"} --format "$format" \
    --out json="$reports/drift.json" \
    --out markdown="$reports/drift.md" \
    --out junit="$reports/drift.xml" \
    --out sarif="$reports/sarif/drift.sarif"
