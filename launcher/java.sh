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

# Lists the classes that an apply, a plan after it, AWS, hosts and Azure load. $1: the list; $2: a project, which is applied;
# then options. Where those of hosts or Azure cannot be listed, the others are.
list_classes() {
    list=$1
    project_to_apply=$2
    shift 2
    "$java" "$@" "-XX:DumpLoadedClassList=$list-here" "$main" apply -C "$project_to_apply" --auto-approve &&
        "$java" "$@" "-XX:DumpLoadedClassList=$list-again" "$main" plan -C "$project_to_apply" &&
        "$java" "$@" "-XX:DumpLoadedClassList=$list-aws" -Daws.accessKeyId=training -Daws.secretAccessKey=training \
            dev.corbel.providers.aws.cds.ClassTraining || return 1
    "$java" "$@" "-XX:DumpLoadedClassList=$list-hosts" dev.corbel.providers.onprem.cds.ClassTraining || : >"$list-hosts"
    (
        # What the environment says of Azure would win over what the training says.
        # shellcheck disable=SC2046 # one name each
        unset HTTPS_PROXY $(env | sed -n 's/^\(AZURE_[A-Z0-9_]*\)=.*/\1/p')
        "$java" "$@" "-XX:DumpLoadedClassList=$list-azure" dev.corbel.providers.azure.cds.ClassTraining
    ) || : >"$list-azure"
    sort -u "$list-here" "$list-again" "$list-aws" "$list-hosts" "$list-azure" |
        without_fatal_lambdas >"$list"
}

# Java 17 crashes while it archives lambdas of some libraries, and the archive of everything else with it.
without_fatal_lambdas() {
    grep -v '^@lambda-proxy \(com/azure\|com/microsoft\|reactor\|dev/corbel/[a-z]*/azure\)/'
}

# Has Java archive classes, ready to be mapped. $1: their list; $2: the archive; then options. In two steps with
# list_classes, since an archive that is made in one leaves out classes in old formats. Where Java fails over classes of Azure,
# it gets another try without them. priority may be nice.
archive_classes() {
    list=$1
    made=$2
    shift 2
    dump_classes "$@" && return
    dumped=$?
    # Ended by a signal, somebody wants no archive.
    if [ "$dumped" -gt 128 ] || ! grep -q 'com/azure/' "$list"; then
        return "$dumped"
    fi
    grep -v -e 'com/azure/' -e 'com/microsoft/' -e 'reactor/' -e 'dev/corbel/[a-z]*/azure/' "$list" >"$made-list"
    list=$made-list
    dumped=0
    dump_classes "$@" || dumped=$?
    rm -f "$made-list"
    return "$dumped"
}

# A crash is a failure like others, and leaves no files behind.
dump_classes() {
    ${priority:-} "$java" "$@" -XX:-CreateCoredumpOnCrash -XX:+ErrorFileToStderr -Xshare:dump \
        "-XX:SharedClassListFile=$list" "-XX:SharedArchiveFile=$made"
}
