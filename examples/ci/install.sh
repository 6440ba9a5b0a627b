#!/bin/sh
# Installs Corbel from its archive.
#
#   install.sh VERSION FROM [FOLDER]
#
#   VERSION  such as 0.1.0, or 0.1.0-java-linux-amd64 for the archive that brings its own Java
#   FROM     the address of the folder that has the archives: https://…, or file:///…
#   FOLDER   where it goes (.corbel-install); its bin/ comes first on the PATH of later steps on GitHub
#
# FROM/corbel-VERSION.tar.gz.sha256 has to fit, or nothing is installed.
set -eu

[ $# -ge 2 ] || { echo "usage: install.sh VERSION FROM [FOLDER]" >&2; exit 1; }
archive=corbel-$1.tar.gz
from=${2%/}
folder=${3:-.corbel-install}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for file in "$archive" "$archive.sha256"; do
    curl --fail --silent --show-error --location --retry 3 --output "$work/$file" "$from/$file" || {
        echo "install.sh: $from/$file cannot be fetched" >&2
        exit 1
    }
done
(cd "$work" && sha256sum --check --status "$archive.sha256") || {
    echo "install.sh: $archive is not what $archive.sha256 says" >&2
    exit 1
}
mkdir -p "$folder"
tar -xzf "$work/$archive" -C "$folder" --strip-components=1
folder=$(cd "$folder" && pwd)
if [ -n "${GITHUB_PATH:-}" ]; then
    echo "$folder/bin" >> "$GITHUB_PATH"
fi
echo "$folder/bin"
