# Runs Corbel from a distribution that was unpacked to $home. Read by ../../bin/corbel.
#
# Java maps an archive of Corbel's classes at each start, instead of reading them from jars. It fits one Java alone. A
# distribution that brings its own Java has it from the build. Otherwise the first use has it made in the background, which
# takes a processor up to a minute: beside Corbel where that can be written, else in the user's cache, else not at all. An
# empty file says that this Java makes none.
#
#   CORBEL_CLASS_ARCHIVE  now: wait for it; never: make none

# Sets build, which names what this distribution is made of, and has set_class_path.
. "$parts/build.sh"

run() {
    find_runtime
    check_java_version
    open_closed_streams
    if reach_shipped_archive; then
        set_class_path /proc/self/fd/9
    else
        set_class_path "$home"
        find_archive || make_archive || archive=
    fi
    # shellcheck disable=SC2086 # CORBEL_JAVA_OPTS holds several options
    if [ -s "$archive" ]; then
        exec "$java" "@$parts/java.options" -cp "$class_path" "-XX:SharedArchiveFile=$archive" ${CORBEL_JAVA_OPTS:-} \
            "$main" "$@"
    else
        exec "$java" "@$parts/java.options" -cp "$class_path" ${CORBEL_JAVA_OPTS:-} "$main" "$@"
    fi
}

# Sets java and java_version: those of the runtime in the distribution, where there is one.
find_runtime() {
    java=$home/runtime/bin/java
    if [ -x "$java" ]; then
        read_java_version "$home/runtime/release"
    else
        find_java
        program=$java
        [ ! -L "$java" ] || program=$(readlink -f "$java" 2>/dev/null) || program=$java
        read_java_version "${program%/bin/java}/release"
    fi
    [ -n "$java_version" ] || ask_java_version
}

# Reads the version without a start of Java. The full one stands first, where it is there.
read_java_version() {
    java_version=
    [ -r "$1" ] || return 0
    while IFS='=' read -r name value; do
        case $name in
            JAVA_RUNTIME_VERSION | JAVA_VERSION)
                java_version=${value#\"}
                java_version=${java_version%\"}
                break
                ;;
        esac
    done <"$1"
}

# An archive fits one class path, too. By a descriptor of the folder it is the same wherever that lies.
reach_shipped_archive() {
    archive=$home/runtime/lib/corbel.jsa
    [ -r "$archive" ] && [ -r "$home" ] || return 1
    exec 9<"$home"
    [ -r /proc/self/fd/9/lib ]
}

# Sets archive to one that is there.
find_archive() {
    find_cache
    for archive in "$home/cache/$build/$java_version/classes.jsa" \
        ${cache:+"$cache$home/$build/$java_version/classes.jsa"}; do
        [ ! -r "$archive" ] || return 0
    done
    return 1
}

# Sets cache to the folder of the user's archives; they lie there by the places of what they are for. Empty where the user
# has no folder for such things.
find_cache() {
    cache=
    case ${XDG_CACHE_HOME:-} in
        /*) cache=$XDG_CACHE_HOME/corbel/classes ;;
        *)
            case ${HOME:-} in
                /*) cache=$HOME/.cache/corbel/classes ;;
            esac
            ;;
    esac
}

# Makes an archive, and fails where this start cannot have it. Java archives no classes from places that are spelt in another
# way in a URL.
make_archive() {
    case $home in
        *[!A-Za-z0-9/._+@-]*) return 1 ;;
    esac
    [ "${CORBEL_CLASS_ARCHIVE:-}" != never ] && claim_place || return 1
    if [ "${CORBEL_CLASS_ARCHIVE:-}" = now ]; then
        printf 'corbel: preparing for fast starts with this Java\n' >&2
        finish_archive </dev/null >/dev/null 2>&1
    else
        finish_in_background </dev/null >/dev/null 2>&1 &
        return 1
    fi
}

# Sets archive, and claim to a folder beside it that nobody else works in.
claim_place() {
    for folder in "$home/cache" ${cache:+"$cache$home"}; do
        archive=$folder/$build/$java_version/classes.jsa
        claim=${archive%/*}/claim
        if mkdir -p "${archive%/*}" 2>/dev/null && [ -w "${archive%/*}" ]; then
            # Whoever claimed it long ago was stopped.
            [ -z "$(find "$claim" -prune -mmin +10 2>/dev/null)" ] || rm -rf "$claim"
            mkdir "$claim" 2>/dev/null
            return
        fi
    done
    return 1
}

# Nobody waits for it: it yields to all else, and where memory is short, it goes first.
finish_in_background() {
    trap '' HUP
    { echo 1000 >/proc/self/oom_score_adj; } 2>/dev/null || true
    priority="nice"
    finish_archive
    # An archive is large; of those that nobody used for a month, most belong to what is gone.
    [ -z "$cache" ] || find "$cache" -name classes.jsa -atime +30 -exec rm -f {} +
}

finish_archive() {
    trap 'rm -rf "$claim"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    status=0
    archive_classes "$parts/classes" "$claim/classes.jsa" "@$parts/java.options" -cp "$class_path" || status=$?
    # Ended by a signal, it says nothing of this Java.
    [ "$status" -eq 0 ] || [ "$status" -gt 128 ] || : >"$claim/classes.jsa"
    [ ! -f "$claim/classes.jsa" ] || mv -f "$claim/classes.jsa" "$archive"
    rm -rf "$claim"
    trap - EXIT INT TERM
}
