# The order of the class path, for the builds of both launchers.

# Prints the jars of a class path, one a line: Corbel's own, which lie in the project, then libraries, and the cloud SDKs
# last, which most commands never open. $1: the class path; $2: the project.
in_order() {
    own=
    libraries=
    sdks=
    IFS=:
    set -f
    for jar in $1; do
        case $jar in
            "$2"/*) own=$own$jar: ;;
            */software/amazon/* | */com/azure/* | */com/microsoft/azure/* | */io/projectreactor/*) sdks=$sdks$jar: ;;
            *) libraries=$libraries$jar: ;;
        esac
    done
    # shellcheck disable=SC2086 # split at the colons
    printf '%s\n' $own $libraries $sdks
    unset IFS
    set +f
}
