#!/bin/sh
# Reports on the policies of environments, for an auditor.
#
#   policies.sh ENVIRONMENT...
#
# Runs in the folder of the project. Writes NAME.md, NAME.csv and NAME.json into the folder policies-report, for each environment.
# Exits with 1 where a policy would refuse a plan of today, or where one could not be looked at; all reports are written before.
set -eu

reports=policies-report
mkdir -p "$reports"
failed=0
for environment; do
    corbel policy check "$environment" \
        --out "markdown=$reports/$environment.md" \
        --out "csv=$reports/$environment.csv" \
        --out "json=$reports/$environment.json" || failed=1
done
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
    for report in "$reports"/*.md; do
        [ ! -f "$report" ] || cat "$report" >> "$GITHUB_STEP_SUMMARY"
    done
fi
exit $failed
