#!/bin/sh
# Lays out what the archives hold. Run by Maven; see ../../../pom.xml.
#
#   layout.sh PROJECT BUILD TIME
#
# TIME is that of all files in the archives. BUILD has class-path and bom.json. Added to it are layout/, what both archives hold, and runtime/, the Java of one of them.
set -eu

project=$(cd "$1" && pwd -P)
work=$(cd "$2" && pwd -P)
time=$3
layout=$work/layout
runtime=$work/runtime
launcher=$layout/lib/launcher

. "$project/launcher/java.sh"
. "$project/launcher/class-path.sh"
. "$project/dist/src/main/build/sha256.sh"

# What Corbel and its libraries need of the Java platform. A test asks jdeps for what their classes name. The rest is found
# by name alone: elliptic curves for TLS, keys in hardware, character sets, zip files as file systems, names of hosts, and
# jcmd, which looks into a process that hangs.
modules=java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.rmi
modules=$modules,java.scripting,java.security.jgss,java.security.sasl,java.sql,java.xml,java.xml.crypto
modules=$modules,jdk.charsets,jdk.crypto.cryptoki,jdk.crypto.ec,jdk.httpserver,jdk.jcmd,jdk.management,jdk.naming.dns
modules=$modules,jdk.security.auth,jdk.security.jgss,jdk.unsupported,jdk.zipfs

lay_out_jars() {
    class_path=
    unpacked_class_path=
    in_order "$(cat "$work/class-path")" "$project" >"$work/jars"
    while IFS= read -r jar; do
        name=${jar##*/}
        [ ! -e "$layout/lib/$name" ] || fail "two jars are called $name"
        cp "$jar" "$layout/lib/$name"
        class_path=$class_path:$layout/lib/$name
        unpacked_class_path=$unpacked_class_path:\$1/lib/$name
    done <"$work/jars"
    class_path=${class_path#:}
}

lay_out_launcher() {
    cp "$project/corbel" "$layout/bin/corbel"
    cp "$project/launcher/java.sh" "$project/launcher/java.options" "$project/launcher/unpacked.sh" "$launcher/"
    {
        printf 'build=%s\n' "$(cat "$layout"/lib/*.jar "$launcher/java.options" | sha256 | cut -c 1-12)"
        printf 'set_class_path() {\n    class_path=%s\n}\n' "${unpacked_class_path#:}"
    } >"$launcher/build.sh"
}

# What Java archives where Corbel is unpacked and used.
lay_out_class_list() {
    training=$work/training
    rm -rf "$training"
    mkdir -p "$training"
    cp -R "$project/examples/simulator/environments" "$training/"
    XDG_CACHE_HOME=$training/cache list_classes "$work/classes" "$training" "@$launcher/java.options" \
        -cp "$class_path" >"$work/training.log" 2>&1 || fail "no classes were listed; the log is $work/training.log"
    mv "$work/classes" "$launcher/classes"
}

lay_out_documents() {
    cp "$project/LICENSE" "$work/bom.json" "$layout/"
    mkdir -p "$layout/share/bash-completion/completions"
    for example in quickstart/README.md quickstart/app quickstart/environments simulator/README.md simulator/environments; do
        mkdir -p "$layout/examples/${example%/*}"
        cp -R "$project/examples/$example" "$layout/examples/$example"
    done
    corbel completion bash >"$layout/share/bash-completion/completions/corbel"
    "$java" "@$launcher/java.options" -cp "$class_path" dev.corbel.cli.manual.ManualPages "$layout/share/man/man1"
}

corbel() {
    "$java" "@$launcher/java.options" -cp "$class_path" "$main" "$@"
}

# Nothing is compressed in it: that would have to be undone at each start.
make_runtime() {
    rm -rf "$runtime"
    "$JAVA_HOME/bin/jlink" --add-modules "$modules" --no-header-files --no-man-pages --output "$runtime"
    trust_what_java_trusts
    # Where the archive of Corbel's classes does not serve, that of the platform's own does.
    "$runtime/bin/java" -Xshare:dump >"$work/runtime.log" 2>&1 || true
    [ ! -d /proc/self/fd ] || archive_for_runtime
}

# See reach_shipped_archive in the launcher. Java compares the times of jars.
archive_for_runtime() {
    java=$runtime/bin/java
    find "$layout/lib" -name '*.jar' -exec touch -d "$time" {} +
    . "$launcher/build.sh"
    set_class_path /proc/self/fd/9
    exec 9<"$layout"
    archive_classes "$launcher/classes" "$runtime/lib/corbel.jsa" "@$launcher/java.options" -cp "$class_path" \
        >>"$work/runtime.log" 2>&1 || fail "no classes were archived; the log is $work/runtime.log"
}

# Where the system keeps the certificates, a runtime gets a link to them or none at all.
trust_what_java_trusts() {
    certificates=lib/security/cacerts
    if [ -r "$JAVA_HOME/$certificates" ]; then
        rm -f "$runtime/$certificates"
        cp -L "$JAVA_HOME/$certificates" "$runtime/$certificates"
    fi
}

find_java
rm -rf "$layout"
mkdir -p "$layout/bin" "$launcher"
lay_out_jars
lay_out_launcher
lay_out_class_list
lay_out_documents
make_runtime
