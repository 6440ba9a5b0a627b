#!/bin/sh
# Writes FILE.sha256 beside each FILE, as sha256sum --check and shasum --check read it. Run by Maven; see ../../../pom.xml.
set -eu

. "$(dirname "$0")/sha256.sh"

for file; do
    printf '%s  %s\n' "$(sha256 <"$file")" "${file##*/}" >"$file.sha256"
done
