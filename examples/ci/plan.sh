#!/bin/sh
# Plans an environment.
#
#   plan.sh ENVIRONMENT [PROJECT]
#
# Writes corbel.plan (for apply.sh; it holds secrets) and comment.md (for comment.sh) into the current folder, and shows the plan.
# Succeeds with and without changes; `changes=true` or `changes=false` goes to $GITHUB_OUTPUT, and to changes.env for GitLab.
set -eu

[ $# -ge 1 ] || { echo "usage: plan.sh ENVIRONMENT [PROJECT]" >&2; exit 1; }
environment=$1
project=${2:-.}
here=$(pwd)

code=0
corbel plan -C "$project" "$environment" --detailed-exitcode --lock-timeout 10m \
    --markdown --out "$here/corbel.plan" > comment.md || code=$?
case $code in
    0) changes=false ;;
    2) changes=true ;;
    *) exit "$code" ;;
esac
corbel show -C "$project" "$here/corbel.plan"
echo "changes=$changes" > changes.env
if [ -n "${GITHUB_OUTPUT:-}" ]; then
    cat changes.env >> "$GITHUB_OUTPUT"
fi
