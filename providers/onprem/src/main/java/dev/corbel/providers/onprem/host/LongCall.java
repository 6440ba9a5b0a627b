package dev.corbel.providers.onprem.host;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** A script as a transient unit of systemd that the token of its operation names. */
final class LongCall {
    /**
     * Starts the unit unless it runs or ran already, and waits for it. Its script is in a folder of root's in memory, since a unit
     * outlives the connection that it could read from.
     */
    private static final String CALL = """
            if [ ! -d /run/systemd/system ]; then
                out=$(mktemp) && err=$(mktemp) || exit 1
                (eval "$script") > "$out" 2> "$err"
                printf '%s %s\\n' "$?" "$(wc -c < "$out" | tr -d ' ')"
                cat -- "$out" "$err"
                rm -f -- "$out" "$err"
                exit 0
            fi
            calls=/run/corbel/calls
            call=$calls/$token
            unit=corbel-$token.service
            mkdir -p -m 0700 /run/corbel "$calls" || exit 1
            find "$calls" -mindepth 1 -maxdepth 1 -mtime +7 -exec rm -rf -- {} +
            if [ ! -e "$call/exit" ] && ! systemctl is-active --quiet "$unit"; then
                rm -rf -- "$call" && mkdir -m 0700 "$call" || exit 1
                printf '%s\\n' "$script" > "$call/script"
                printf '/bin/sh %s/script > %s/out 2> %s/err; echo $? > %s/exit.new; mv -T %s/exit.new %s/exit\\n' \\
                    "$call" "$call" "$call" "$call" "$call" "$call" > "$call/run"
                systemd-run --quiet --collect --unit "$unit" -p KillMode=control-group /bin/sh "$call/run" || exit 1
            fi
            systemctl is-active --quiet "$unit" && while systemctl is-active --quiet "$unit"; do sleep 0.2; done
            if [ ! -e "$call/exit" ]; then
                echo "the unit $unit ended before its script did" >&2
                exit 1
            fi
            rm -f -- "$call/script"
            printf '%s %s\\n' "$(cat "$call/exit")" "$(wc -c < "$call/out" | tr -d ' ')"
            cat -- "$call/out" "$call/err"
            """;

    /** Not the pause of a call, so that the two can be told apart on a host. */
    private static final String AWAIT = """
            unit=corbel-$token.service
            if [ -d /run/systemd/system ]; then
                while systemctl is-active --quiet "$unit"; do sleep 0.3; done
            fi
            """;

    private LongCall() {}

    /** Waits until what a run began under a token has ended: its unit, and a short change, which holds the lock of such. */
    static Script await(String token, Duration patience) {
        return Script.of("Waiting for what an earlier run began", AWAIT + Wire.locked(Script.Lock.SHORT))
                .with("token", KeyName.of(token))
                .within(patience)
                .under(Script.Lock.NONE);
    }

    static Script of(Script script, String token) {
        if (!script.bodies().isEmpty()) {
            throw new IllegalArgumentException("a long call takes no bodies");
        }
        StringBuilder text = new StringBuilder(Wire.SURROUNDINGS);
        script.values().forEach((name, value) -> text.append(ShellText.assignment(name, value)));
        text.append(Wire.locked(script.lock()));
        text.append(script.text());
        return Script.of(script.purpose(), CALL)
                .with("token", KeyName.of(token))
                .with("script", text.toString())
                .within(script.timeout().plus(script.lock().patience()))
                .under(Script.Lock.NONE);
    }

    /** The result of the script, out of the answer of the call. */
    static Output result(Output call) {
        int line = call.out().indexOf('\n');
        List<String> head = List.of(call.out().substring(0, Math.max(0, line)).split(" ", -1));
        if (!call.succeeded() || line < 0 || head.size() != 2) {
            return call.succeeded() ? new Output(1, "", "The answer of the call cannot be understood.") : call;
        }
        byte[] rest = call.out().substring(line + 1).getBytes(StandardCharsets.UTF_8);
        int length = Integer.parseInt(head.get(1));
        return new Output(
                Integer.parseInt(head.get(0)),
                new String(rest, 0, length, StandardCharsets.UTF_8),
                new String(rest, length, rest.length - length, StandardCharsets.UTF_8));
    }
}
