package dev.corbel.providers.onprem.firewall;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.onprem.host.Change;
import dev.corbel.providers.onprem.host.Output;
import dev.corbel.providers.onprem.host.Script;

/**
 * Changes a firewall so that nobody locks himself out: the host itself goes back to the rules before after half a minute, unless a
 * new connection came through first.
 */
final class FirewallScripts {
    /** The parts lie in a folder: the base, and a file for each rule. */
    private static final String PARTS = """
            command -v nft > /dev/null || { echo "there is no nft on this host" >&2; exit 1; }
            table=corbel_$firewall
            folder=/etc/corbel/firewall/$firewall
            file=/etc/corbel/firewall/$firewall.nft
            undo=corbel-firewall-undo-$firewall
            """;

    private static final String BUILD = """
            mkdir -p -m 0755 /etc/corbel && mkdir -p -m 0700 /etc/corbel/firewall "$folder" || exit 1
            trial=$(mktemp -d) && trap 'rm -rf "$trial"' EXIT || exit 1
            cp -- "$folder"/* "$trial" 2> /dev/null
            if [ -n "$content" ]; then printf '%s' "$content" > "$trial/$part"; else rm -f -- "$trial/$part"; fi
            if ! ls "$trial"/0-* > /dev/null 2>&1; then echo "there is no onprem_firewall $firewall on this host" >&2; exit 1; fi
            {
                printf 'table inet %s\\ndelete table inet %s\\n' "$table" "$table"
                printf 'table inet %s {\\n    chain input {\\n' "$table"
                cat -- "$trial"/* || exit 1
                printf '    }\\n}\\n'
            } > "$trial.nft" || exit 1
            nft -c -f "$trial.nft" || { rm -f -- "$trial.nft"; exit 1; }
            """;

    /** The exit code while another change waits for its own connection. */
    private static final int BUSY = 76;

    /** Until another change is kept, or undone by its switch. Without the lock, which that change needs, too. */
    private static final String AWAIT_TURN = PARTS + """
            for i in $(seq 200); do
                systemctl is-active --quiet "$undo.timer" || exit 0
                sleep 0.2
            done
            """;

    private static final String TRY = PARTS + """
            if systemctl is-active --quiet "$undo.timer"; then exit BUSY; fi
            """.replace("BUSY", Integer.toString(BUSY)) + BUILD + """
            if [ -e "$file" ]; then
                back="nft -f $file"
            else
                back="nft delete table inet $table"
            fi
            systemd-run --quiet --collect --on-active="$seconds" --timer-property=AccuracySec=1s --unit "$undo" \\
                /bin/sh -c "$back" || exit 1
            nft -f "$trial.nft" || exit 1
            mv -- "$trial.nft" "$file.trial"
            """;

    private static final String KEEP = PARTS + """
            systemctl stop -- "$undo.timer" 2> /dev/null
            if [ -n "$content" ]; then printf '%s' "$content" > "$folder/$part"; else rm -f -- "$folder/$part"; fi
            sync "$file.trial" && mv -T -- "$file.trial" "$file" || exit 1
            unit=/etc/systemd/system/corbel-firewall.service
            if [ ! -e "$unit" ]; then
                printf '%s' "$unittext" > "$unit" && systemctl daemon-reload || exit 1
            fi
            systemctl enable --quiet corbel-firewall.service
            """;

    private static final String UNIT = """
            # Made by Corbel.
            [Unit]
            Description=Rules of Corbel for packets that come in
            DefaultDependencies=no
            After=local-fs.target
            Before=network-pre.target
            Wants=network-pre.target

            [Service]
            Type=oneshot
            RemainAfterExit=yes
            ExecStart=/bin/sh -c 'for file in /etc/corbel/firewall/*.nft; do nft -f "$file" || exit 1; done'

            [Install]
            WantedBy=sysinit.target
            """;

    private static final String REMOVE = PARTS + """
            nft delete table inet "$table" 2> /dev/null
            rm -rf -- "$folder" "$file" || exit 1
            if ! ls /etc/corbel/firewall/*.nft > /dev/null 2>&1; then
                systemctl disable --quiet corbel-firewall.service 2> /dev/null
                rm -f /etc/systemd/system/corbel-firewall.service && systemctl daemon-reload
            fi
            rmdir /etc/corbel/firewall /etc/corbel 2> /dev/null
            :
            """;

    /** The time after which the host goes back. */
    private static final int SECONDS = 30;

    /** How often another change may come first. */
    private static final int TURNS = 20;

    private FirewallScripts() {}

    /**
     * Changes a part.
     *
     * @param content of it; empty to take it away
     */
    static void change(Change change, String firewall, String part, String content) throws ProviderException {
        Script trying = part(Script.of("Trying the firewall " + firewall, TRY), firewall, part, content)
                .with("seconds", Integer.toString(SECONDS));
        Output tried = attemptInTurn(change, firewall, trying);
        if (!tried.succeeded()) {
            throw change.host().failure(trying, tried);
        }
        if (!change.host().letsIn()) {
            throw new ProviderException(Diagnostic.error(
                    "The firewall would lock everybody out of " + change.host().name(),
                    "With the new rules no new connection came through, so that the host goes back to the rules before"
                            + " within " + SECONDS + " seconds."));
        }
        change.run(part(Script.of("Keeping the firewall " + firewall, KEEP), firewall, part, content)
                .with("unittext", UNIT));
    }

    private static Output attemptInTurn(Change change, String firewall, Script trying) throws ProviderException {
        Script turn = Script.of("Waiting for another change of the firewall " + firewall, AWAIT_TURN)
                .with("firewall", firewall)
                .under(Script.Lock.NONE);
        Output output = change.host().attempt(trying);
        for (int i = 1; i < TURNS && output.exit() == BUSY; i++) {
            change.host().run(turn);
            output = change.host().attempt(trying);
        }
        return output;
    }

    private static Script part(Script script, String firewall, String part, String content) {
        return script.with("firewall", firewall).with("part", part).with("content", content);
    }

    static void remove(Change change, String firewall) throws ProviderException {
        change.run(Script.of("Removing the firewall " + firewall, REMOVE).with("firewall", firewall));
    }
}
