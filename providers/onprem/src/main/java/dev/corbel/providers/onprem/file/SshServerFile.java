package dev.corbel.providers.onprem.file;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.onprem.host.Change;
import dev.corbel.providers.onprem.host.Output;
import dev.corbel.providers.onprem.host.Script;
import java.util.regex.Pattern;

/**
 * Files of the SSH server's configuration. A change of one is loaded at once, and stays only where a new connection comes
 * through: otherwise the file before is put back, after half a minute by the host itself where nobody else does.
 */
final class SshServerFile {
    /** The command that new content must pass, since the server reads each of its files in the same way. */
    static final String CHECK = "sshd -t -f \"$file\"";

    private static final Pattern PATH = Pattern.compile("/etc/ssh/sshd_config(\\.d/[^/]+)?");
    private static final int SECONDS = 30;

    private static final String NAMES = """
            id=$(printf '%s' "$path" | sha256sum | head -c 16)
            undo=corbel-sshd-$id
            kept=/run/corbel/sshd/$id
            """;

    private static final String RELOAD = """
            reload() {
                for unit in ssh.service sshd.service; do
                    if systemctl is-active --quiet "$unit"; then systemctl reload "$unit" || return 1; fi
                done
            }
            """;

    /** The script that the timer starts. */
    private static final String BACK = RELOAD + """
            if [ -e "$1/file" ]; then
                cp -p -- "$1/file" "$2.corbel-undo" && mv -T -- "$2.corbel-undo" "$2"
            else
                rm -f -- "$2"
            fi
            reload
            rm -rf -- "$1"
            """;

    /** A change whose proof never came is taken over, and what was there before it is what comes back. */
    private static final String ARM = NAMES + """
            if [ ! -d /run/systemd/system ]; then
                echo "nothing puts the file back here without systemd" >&2
                exit 1
            fi
            systemctl stop "$undo.timer" 2> /dev/null
            if [ ! -e "$kept/back" ]; then
                rm -rf -- "$kept"
                mkdir -p -m 0755 /run/corbel && mkdir -p -m 0700 /run/corbel/sshd "$kept" || exit 1
                if [ -e "$path" ]; then cp -p -- "$path" "$kept/file" || exit 1; fi
                printf '%s' "$back" > "$kept/back" || exit 1
            fi
            systemd-run --quiet --collect --service-type=oneshot --on-active="$seconds" \\
                --timer-property=AccuracySec=1s --unit "$undo" /bin/sh "$kept/back" "$kept" "$path"
            """;

    /** Waits until the server listens anew, so that a new connection speaks with the new configuration. */
    private static final String LOAD = RELOAD + """
            listens() { ss -Hltnpe | grep '"sshd"'; }
            sshd -t || exit 1
            before=$(listens)
            reload || exit 1
            for i in $(seq 50); do
                now=$(listens) && [ "$now" != "$before" ] && exit 0
                sleep 0.1
            done
            :
            """;

    private static final String UNDO = NAMES + """
            systemctl start "$undo.service"
            systemctl stop "$undo.timer" 2> /dev/null
            :
            """;

    private static final String KEEP = NAMES + """
            systemctl stop "$undo.timer" 2> /dev/null
            if [ ! -e "$kept/back" ]; then echo "it took too long, and the file before is back" >&2; exit 1; fi
            rm -rf -- "$kept"
            """;

    private SshServerFile() {}

    static boolean isOne(String path) {
        return PATH.matcher(path).matches();
    }

    /** A change of one of these files. */
    @FunctionalInterface
    interface Step {
        void take() throws ProviderException;
    }

    /** Takes the step, and keeps its effect where somebody who comes anew is let in. */
    static void tryOut(Change change, String path, Step step) throws ProviderException {
        change.run(script("Preparing the way back of ", ARM, path)
                .with("back", BACK)
                .with("seconds", Integer.toString(SECONDS)));
        try {
            step.take();
            change.run(script("Loading ", LOAD, path));
        } catch (ProviderException failure) {
            goBack(change, path);
            throw failure;
        }
        if (!change.host().letsIn()) {
            throw new ProviderException(Diagnostic.error(
                    "The SSH server would lock everybody out of "
                            + change.host().name(),
                    "With the new %s no new connection came through. %s"
                            .formatted(
                                    path,
                                    goBack(change, path)
                                            ? "It is as it was before."
                                            : "The host goes back to the one before within " + SECONDS + " seconds.")));
        }
        change.run(script("Keeping ", KEEP, path));
    }

    /** Tells whether the file before is back; otherwise the host will see to it. */
    private static boolean goBack(Change change, String path) {
        try {
            Output output = change.host().attempt(script("Putting back ", UNDO, path));
            return output.succeeded();
        } catch (ProviderException unreachable) {
            return false;
        }
    }

    private static Script script(String purpose, String text, String path) {
        return Script.of(purpose + path, text).with("path", path);
    }
}
