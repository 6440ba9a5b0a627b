# Runs Corbel from its own source tree, $home. Read by ../corbel.
#
# A build leaves behind, in target/launcher:
#   jars/       libraries, one file per version
#   unsigned/   copies of those that are signed, without their signatures
#   build-*/    Corbel's own jars and a class archive; a newer build has a folder of its own, so that a running
#               Corbel keeps the files that it started with
#   arguments   what to hand to Java; written last, and as old as the sources that were built

. "$parts/class-path.sh"

project=$home
target=$project/target/launcher
arguments=$target/arguments

run() {
    find_java
    open_closed_streams
    is_current || build_once
    # shellcheck disable=SC2086 # CORBEL_JAVA_OPTS holds several options
    exec "$java" "@$arguments" ${CORBEL_JAVA_OPTS:-} "$main" "$@"
}

# Is something newer than the last build: a source (or a folder, when a file went away), a pom or Java itself?
is_current() {
    [ -f "$arguments" ] || return 1
    newer=$(cd "$project" && find -L "$java" launcher pom.xml ./*/pom.xml ./*/*/pom.xml ./*/src/main ./*/*/src/main \
        -newer "$arguments" 2>/dev/null | head -n 1)
    [ -z "$newer" ]
}

# Builds under a lock. A symbolic link is made in one step, content and all, so that the lock always names its holder.
build_once() {
    mkdir -p "$target"
    lock=$target/lock
    waited=false
    until ln -s "process-$$" "$lock" 2>/dev/null; do
        holder=$(readlink "$lock" || true)
        if [ -n "$holder" ] && ! kill -0 "${holder#process-}" 2>/dev/null; then
            mv "$lock" "$lock-$$" 2>/dev/null && rm -f "$lock-$$"
            continue
        fi
        $waited || printf 'corbel: waiting for another process that builds Corbel (%s)\n' "${holder#process-}" >&2
        waited=true
        sleep 1
    done
    build=$target/build-$(date -u +%Y%m%dT%H%M%SZ)-$$
    trap 'rm -rf "$build" "$lock"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    is_current || build
    rm -f "$lock"
    trap - EXIT INT TERM HUP
}

build() {
    ask_java_version
    check_java_version
    printf 'corbel: building Corbel from its sources\n' >&2
    mkdir -p "$target/jars" "$build"
    : >"$build/started"
    run_maven || fail "the build failed; its log is $target/build.log"
    write_arguments
    make_archive
    touch -r "$build/started" "$build/arguments"
    mv -f "$build/arguments" "$arguments"
    find "$target" -name 'build-*' -type d -mtime +1 -prune -exec rm -rf {} +
}

run_maven() {
    status=$build/status
    (
        cd "$project"
        ./mvnw -B -ntp -Pquick -Dmaven.test.skip=true -pl cli -am package </dev/null 2>&1 || printf 'failed\n' >"$status"
    ) | while IFS= read -r line; do
        printf '%s\n' "$line" >&3
        case $line in
            '[INFO] Building Corbel '*) printf '%s\n' "${line#'[INFO] '}" >&2 ;;
            '[ERROR] '*) printf '%s\n' "$line" >&2 ;;
            'mvnw: '*) printf '%s\n' "$line" >&2 ;;
        esac
    done 3>"$target/build.log"
    [ ! -f "$status" ]
}

write_arguments() {
    built=$(echo "$project"/cli/target/quick/corbel-cli-*.jar):$(cat "$project/cli/target/quick/class-path")
    in_order "$built" "$project" | while IFS= read -r jar; do
        keep "$jar"
        printf '%s\n' "$kept"
    done >"$build/jars"
    replace_signed_jars
    class_path=$(paste -s -d : "$build/jars")
    rm -f "$build/jars" "$build/jars-unsigned"
    {
        cat "$parts/java.options"
        printf -- '-cp %s\n' "$(quoted "$class_path")"
    } >"$build/arguments"
}

# Copies a jar to where no later build changes it, and sets kept.
keep() {
    case $1 in
        "$project"/*)
            kept=$build/${1##*/}
            cp "$1" "$kept"
            ;;
        *)
            kept=$target/jars/${1##*/}
            [ -f "$kept" ] || { cp "$1" "$build/copy" && mv "$build/copy" "$kept"; }
            ;;
    esac
}

# Java archives no class of a signed jar. Corbel works without the copies, only slower.
replace_signed_jars() {
    if "$java" -cp "$built" dev.corbel.providers.azure.cds.UnsignedJars "$target/unsigned" \
        <"$build/jars" >"$build/jars-unsigned" 2>>"$target/build.log"; then
        mv -f "$build/jars-unsigned" "$build/jars"
    fi
}

quoted() {
    printf '"%s"' "$(printf '%s' "$1" | sed 's/[\\"]/\\&/g')"
}

# Corbel works without the archive, only slower.
make_archive() {
    training=$build/training
    cp -R "$project/examples/simulator" "$training" 2>/dev/null || mkdir -p "$training"
    rm -rf "$training/.corbel" "$training/.simulator"
    {
        list_classes "$build/classes" "$training" "@$build/arguments" &&
            archive_classes "$build/classes" "$build/classes.jsa" "@$build/arguments"
    } </dev/null >"$build/training.log" 2>&1 || true
    rm -rf "$training" "$build/classes" "$build"/classes-*
    if [ -f "$build/classes.jsa" ]; then
        quoted "-XX:SharedArchiveFile=$build/classes.jsa" >>"$build/arguments"
    fi
}
