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
    for format in markdown csv json; do
        case $format in
            markdown) file=$reports/$environment.md ;;
            *) file=$reports/$environment.$format ;;
        esac
        corbel policy report "$environment" --format "$format" > "$file" || failed=1
    done
    corbel policy check "$environment" || failed=1
done
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
    cat "$reports"/*.md >> "$GITHUB_STEP_SUMMARY"
fi
exit $failed
