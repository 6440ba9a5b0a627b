#!/bin/sh
# Applies the plan that plan.sh saved, and no other: it fails where state moved on since.
#
#   apply.sh [PROJECT]
set -eu

project=${1:-.}
exec corbel apply -C "$project" "$(pwd)/corbel.plan" --lock-timeout 10m
