#!/bin/sh
# Puts a file on the pull request or merge request of this job as a comment. The comment of an earlier run, which begins with the
# same line, is replaced.
#
#   comment.sh FILE
#
# GitHub: GITHUB_TOKEN and PULL_REQUEST (the number) have to be set; the rest is there.
# GitLab: GITLAB_TOKEN, a token of the project with the scope api.
set -eu

[ $# -eq 1 ] || { echo "usage: comment.sh FILE" >&2; exit 1; }
file=$1
marker=$(head -n 1 "$file")
if [ -n "${PULL_REQUEST:-}" ]; then
    header="Authorization: Bearer $GITHUB_TOKEN"
    comments="$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments"
    existing="$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/issues/comments"
    change=PATCH
elif [ -n "${CI_MERGE_REQUEST_IID:-}" ]; then
    header="PRIVATE-TOKEN: $GITLAB_TOKEN"
    comments="$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID/notes"
    existing=$comments
    change=PUT
else
    echo "comment.sh: neither PULL_REQUEST nor CI_MERGE_REQUEST_IID is set" >&2
    exit 1
fi

# The token is no argument, which other processes of the machine could see.
call() {
    printf 'header = "%s"\n' "$header" | curl --config - --fail --silent --show-error \
        --header 'Content-Type: application/json' "$@"
}

page=1
id=
while [ -z "$id" ]; do
    found=$(call "$comments?per_page=100&page=$page")
    id=$(printf '%s' "$found" | jq -r --arg marker "$marker" \
        'map(select((.body // "") | split("\n")[0] | rtrimstr("\r") == $marker)) | .[0].id // empty')
    [ "$(printf '%s' "$found" | jq length)" -eq 100 ] || break
    page=$((page + 1))
done

# A comment is longer than an argument may be.
body=$(mktemp)
trap 'rm -f "$body"' EXIT
jq -Rs '{body: .}' "$file" > "$body"
if [ -n "$id" ]; then
    call --request "$change" --data @"$body" "$existing/$id" > /dev/null
else
    call --request POST --data @"$body" "$comments" > /dev/null
fi
