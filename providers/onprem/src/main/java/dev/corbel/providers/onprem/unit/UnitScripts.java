package dev.corbel.providers.onprem.unit;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.onprem.host.Change;
import dev.corbel.providers.onprem.host.Script;
import java.time.Duration;
import java.util.Optional;

/** The scripts that start and stop units. */
final class UnitScripts {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Lets the clients that a service has finish, while a balancer that asks its agent sends it no others. */
    private static final String DRAIN = """
            mark=/run/corbel/drain/$service
            drain() {
                [ -n "$drain" ] && [ -n "$port" ] && systemctl is-active --quiet -- "$unit" || return 0
                mkdir -p -m 0755 /run/corbel && mkdir -p -m 0755 /run/corbel/drain && : > "$mark" || return 1
                sleep 2
                began=$(date +%s)
                while [ $(($(date +%s) - began)) -lt "$drain" ] &&
                    [ -n "$(ss -Htn state established "sport = :$port")" ]; do
                    sleep 0.2
                done
            }
            """;

    /** Loads the text, and starts with it what shall run. The file is written before. */
    private static final String BRING = DRAIN + """
            systemctl daemon-reload || exit 1
            case $enabled in
                true) systemctl enable --quiet -- "$unit" || exit 1 ;;
                false) systemctl disable --quiet -- "$unit" || exit 1 ;;
            esac
            start() {
                [ "$how" = start ] || drain
                systemctl reset-failed -- "$unit" 2> /dev/null
                systemctl "$how" -- "$unit" || return 1
                began=$(date +%s)
                while :; do
                    state=$(systemctl show -p ActiveState --value -- "$unit")
                    case $state in
                        active) ;;
                        activating | reloading) ;;
                        inactive) [ "$(systemctl show -p Type --value -- "$unit")" = oneshot ] && return 0; return 1 ;;
                        *) return 1 ;;
                    esac
                    if [ "$state" = active ] && healthy; then return 0; fi
                    [ $(($(date +%s) - began)) -lt "$patience" ] || return 1
                    sleep 0.2
                done
            }
            # It runs, and not for the second time. The end of a container is told late, since Podman clears up first.
            settled() {
                case $(systemctl show -p ExecStop --value -- "$unit") in
                    *"podman stop"*" corbel-$service "*)
                        sleep 2
                        [ "$(podman container inspect --format '{{.State.Status}}' "corbel-$service")" = running ] || return 1
                        ;;
                    *) sleep 0.5 ;;
                esac
                systemctl is-active --quiet -- "$unit" &&
                    case $(systemctl show -p NRestarts --value -- "$unit") in '' | 0) ;; *) return 1 ;; esac
            }
            healthy() {
                if [ -z "$path" ]; then settled; return; fi
                timeout 5 bash -c '
                    exec 3<> "/dev/tcp/127.0.0.1/$0" || exit 1
                    printf "GET %s HTTP/1.0\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n" "$1" >&3
                    IFS= read -r line <&3
                    case $line in "HTTP/"*" 2"??*) exit 0 ;; esac
                    exit 1
                ' "$port" "$path" 2> /dev/null
            }
            case $active in
                true)
                    if ! start; then
                        journalctl --no-pager -q -n 20 -u "$unit" -o cat >&2
                        exit 75
                    fi
                    if [ -e "$mark" ]; then
                        rm -f -- "$mark"
                        # The balancer takes it back after two checks; the next instance must not leave before.
                        sleep 4
                    fi
                    mkdir -p -m 0755 /run/corbel && mkdir -p /run/corbel/effect
                    printf '%s %s\\n' "$configuration" "$(systemctl show -p InvocationID --value -- "$unit")" \\
                        > "/run/corbel/effect/$unit.new" && mv -T -- "/run/corbel/effect/$unit.new" "/run/corbel/effect/$unit"
                    ;;
                false) systemctl stop -- "$unit" ;;
            esac
            """;

    /** Stops a service, which does not start with the host either, and notes that; one of the version that is to run goes on. */
    private static final String STOP = DRAIN + """
            file=/etc/systemd/system/$unit
            mkdir -p -m 0755 /var/lib/corbel && mkdir -p -m 0700 /var/lib/corbel/stops || exit 1
            if [ -e "$file" ] && { [ -z "$version" ] || ! grep -qF -- "$version" "$file"; }; then
                drain
                systemctl disable --quiet --now -- "$unit" || exit 1
                state=$(systemctl show -p ActiveState --value -- "$unit")
                case $state in active | activating | deactivating | reloading) echo "$unit is still $state" >&2; exit 1 ;; esac
            elif [ -e "$note" ]; then
                exit 0
            else
                token=never
            fi
            printf '%s\\n' "$token" > "$note.new" && mv -T -- "$note.new" "$note"
            """;

    private static final String REMOVE = """
            systemctl disable --quiet --now -- "$unit" 2> /dev/null || systemctl stop -- "$unit" 2> /dev/null
            state=$(systemctl show -p ActiveState --value -- "$unit")
            case $state in active | deactivating) echo "$unit is still $state" >&2; exit 1 ;; esac
            rm -f -- "/etc/systemd/system/$unit" "/run/corbel/effect/$unit" || exit 1
            systemctl daemon-reload
            systemctl reset-failed -- "$unit" 2> /dev/null || :
            """;

    /** The exit code of {@link #BRING} for a unit that does not come up. */
    static final int NOT_UP = 75;

    private UnitScripts() {}

    /**
     * A start, or a stop.
     *
     * @param enabled whether it starts with the host; empty to leave that
     * @param how it takes a new configuration: {@code restart} or {@code reload-or-restart}; {@code start} where nothing changed
     * @param health a port and a path that must answer 2xx
     * @param drainSeconds for which a balancer that asks the agent of {@code onprem_drain} takes clients elsewhere before a restart
     * @param patience for which it may take to come up
     */
    record Start(
            String unit,
            Optional<Boolean> enabled,
            boolean active,
            String how,
            String configuration,
            Optional<Health> health,
            Optional<Integer> drainSeconds,
            Duration patience) {

        /** The same with another configuration, which takes a restart. */
        Start with(String other) {
            return new Start(unit, enabled, active, "restart", other, health, Optional.empty(), patience);
        }
    }

    /**
     * The port that a service listens on.
     *
     * @param path that a healthy one answers with 2xx; empty where nobody asks
     */
    record Health(int port, String path) {}

    static Script bring(Start start) {
        return Script.of((start.active() ? "Starting " : "Stopping ") + start.unit(), BRING)
                .with("unit", start.unit())
                .with("enabled", start.enabled().map(String::valueOf).orElse(""))
                .with("active", Boolean.toString(start.active()))
                .with("how", start.how())
                .with("configuration", start.configuration())
                .with("port", number(start.health().map(Health::port)))
                .with("path", start.health().map(Health::path).orElse(""))
                .with("service", service(start.unit()))
                .with("drain", number(start.drainSeconds()))
                .with("patience", Long.toString(start.patience().toSeconds()))
                .within(start.patience()
                        .plusSeconds(start.drainSeconds().orElse(0))
                        .plus(PATIENCE));
    }

    /** A stop, to which the caller adds {@code version}, {@code note} and {@code token}. */
    static Script stop(String unit, Optional<Integer> port, Optional<Integer> drainSeconds) {
        return Script.of("Stopping " + unit, STOP)
                .with("unit", unit)
                .with("service", service(unit))
                .with("port", number(port))
                .with("drain", number(drainSeconds))
                .within(PATIENCE.plusSeconds(drainSeconds.orElse(0)));
    }

    private static String service(String unit) {
        return unit.replaceFirst("\\.service$", "");
    }

    private static String number(Optional<Integer> number) {
        return number.map(String::valueOf).orElse("");
    }

    static void remove(Change change, String unit) throws ProviderException {
        change.run(Script.of("Removing " + unit, REMOVE).with("unit", unit).within(PATIENCE));
    }
}
