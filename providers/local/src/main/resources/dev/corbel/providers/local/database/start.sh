# Starts a PostgreSQL server, whose files are in data/ of the working directory, after these were made where there are none.
#
#   CORBEL_PROGRAMS       the folder of initdb and postgres
#   CORBEL_CREATE         statements for new data
#   CORBEL_PASSWORD       the statement that sets the password
#   CORBEL_CONFIGURATION  another one than at the last start: the password is set again
#   CORBEL_SETTINGS       postgresql.conf
#   CORBEL_ACCESS         pg_hba.conf
set -eu
umask 077

data=$PWD/data
owner=$(id -u)
as=

# Root without its power over other processes and devices, but with that over files: the folders above are root's alone.
# It holds for questions whether a file may be used, too.
reduced='setpriv --securebits=+no_setuid_fixup --reuid=65534 --regid=65534 --clear-groups --inh-caps=-all,+dac_override'
reduced="$reduced --ambient-caps=-all,+dac_override --bounding-set=-all,+dac_override"

if [ "$owner" = 0 ]; then
    if unshare -U true 2>/dev/null; then
        as='unshare -U'
    elif $reduced true 2>/dev/null; then
        as=$reduced
        owner=65534
    else
        printf '%s\n' 'PostgreSQL does not run as root, and neither unshare nor setpriv can make it another user here.' \
            'Call Corbel as another user than root.' >&2
        exit 1
    fi
    [ ! -d "$data" ] || chown -R "$owner" "$data"
fi

# Runs statements, a line each, without a server. An error does not quote the statement, which may have a password.
run() {
    $as "$CORBEL_PROGRAMS/postgres" --single -c log_min_error_statement=panic -D "$1" postgres >/dev/null
}

if [ ! -d "$data" ]; then
    rm -rf "$data.new"
    mkdir "$data.new"
    chown "$owner" "$data.new"
    set -- --pgdata="$data.new" --username=postgres --encoding=UTF8 --locale=C --auth=reject --no-sync
    case $("$CORBEL_PROGRAMS/postgres" --version) in
        *' 1'[0-6].* | *' '[0-9].*) ;;
        *) set -- "$@" --locale-provider=builtin --builtin-locale=C.UTF-8 ;;
    esac
    $as "$CORBEL_PROGRAMS/initdb" "$@" >/dev/null
    printf '%s\n' "$CORBEL_CREATE" "$CORBEL_PASSWORD" | run "$data.new"
    printf '%s\n' "$CORBEL_CONFIGURATION" >"$data.new/corbel.configuration"
    mv "$data.new" "$data"
fi

printf '%s\n' "$CORBEL_SETTINGS" >"$data/postgresql.conf"
printf '%s\n' "$CORBEL_ACCESS" >"$data/pg_hba.conf"
chown "$owner" "$data/postgresql.conf" "$data/pg_hba.conf"

if [ "$(cat "$data/corbel.configuration" 2>/dev/null)" != "$CORBEL_CONFIGURATION" ]; then
    printf '%s\n' "$CORBEL_PASSWORD" | run "$data"
    printf '%s\n' "$CORBEL_CONFIGURATION" >"$data/corbel.configuration"
fi

programs=$CORBEL_PROGRAMS
unset CORBEL_PROGRAMS CORBEL_CREATE CORBEL_PASSWORD CORBEL_CONFIGURATION CORBEL_SETTINGS CORBEL_ACCESS
exec $as "$programs/postgres" -D "$data"
