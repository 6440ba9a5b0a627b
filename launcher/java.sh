# What Corbel needs of Java, from its source tree and unpacked alike. Read by ../corbel.
#
# Options of Java are given to the functions here as they are to Java; among them must be the class path.

main=dev.corbel.cli.Main

fail() {
    printf 'corbel: %s\n' "$*" >&2
    exit 1
}

# Sets java.
find_java() {
    if [ -n "${JAVA_HOME:-}" ]; then
        java=$JAVA_HOME/bin/java
        [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, and there is no bin/java in it"
    else
        java=$(command -v java) || fail 'Java 17 or newer is needed: set JAVA_HOME, or put java on the PATH'
    fi
}

# Sets java_version to what Java itself says, which takes a start of Java.
ask_java_version() {
    java_version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p')
}

check_java_version() {
    case ${java_version%%[!0-9]*} in
        '' | ? | 1[0-6]) fail "Java 17 or newer is needed, and $java is ${java_version:-of an unknown version}" ;;
    esac
}

# Java would open a file of its own where a standard stream is closed, and take that for the stream. Whoever writes to
# one that can only be read is told so.
open_closed_streams() {
    if [ -d /dev/fd ]; then
        [ -e /dev/fd/0 ] || exec </dev/null
        [ -e /dev/fd/1 ] || exec 1</dev/null
        [ -e /dev/fd/2 ] || exec 2>/dev/null
    fi
}

# Lists the classes that an apply, a plan after it and AWS load. $1: the list; $2: a project, which is applied; then options.
list_classes() {
    list=$1
    project_to_apply=$2
    shift 2
    "$java" "$@" "-XX:DumpLoadedClassList=$list-here" "$main" apply -C "$project_to_apply" --auto-approve &&
        "$java" "$@" "-XX:DumpLoadedClassList=$list-again" "$main" plan -C "$project_to_apply" &&
        "$java" "$@" "-XX:DumpLoadedClassList=$list-aws" -Daws.accessKeyId=training -Daws.secretAccessKey=training \
            dev.corbel.providers.aws.cds.ClassTraining &&
        sort -u "$list-here" "$list-again" "$list-aws" >"$list"
}

# Has Java archive classes, ready to be mapped. $1: their list; $2: the archive; then options. In two steps with
# list_classes, since an archive that is made in one leaves out classes in old formats. priority may be nice.
archive_classes() {
    list=$1
    made=$2
    shift 2
    ${priority:-} "$java" "$@" -Xshare:dump "-XX:SharedClassListFile=$list" "-XX:SharedArchiveFile=$made"
}
