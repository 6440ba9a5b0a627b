package dev.corbel.providers.onprem.unit;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.onprem.host.Change;
import dev.corbel.providers.onprem.host.Output;
import dev.corbel.providers.onprem.host.Script;
import java.util.List;

/**
 * Puts a unit in place and starts it; where it does not come up, what ran before runs again. Once a unit is up, a copy of its
 * files is kept in {@code /var/lib/corbel/units/UNIT} with the configuration that they make, so that neither a run that failed
 * nor one that was killed decides what the copy holds.
 */
final class UnitInstaller {
    private static final String KEPT = "kept=/var/lib/corbel/units/$unit\n";

    private static final String KEEP = KEPT + """
            umask 077
            mkdir -p -m 0755 /var/lib/corbel && mkdir -p -m 0700 /var/lib/corbel/units || exit 1
            rm -rf -- "$kept.new" && mkdir -- "$kept.new" || exit 1
            number=0
            printf '%s\n' "$files" | while IFS= read -r file; do
                number=$((number + 1))
                [ -f "$file" ] || continue
                cp -p -- "$file" "$kept.new/$number" && printf '%s\n' "$file" > "$kept.new/$number.path" || exit 1
            done || exit 1
            printf '%s\n' "$configuration" > "$kept.new/configuration" || exit 1
            rm -rf -- "$kept" && mv -T -- "$kept.new" "$kept"
            """;

    /** Prints the configuration that the files make. A file that was not there is removed. */
    private static final String PUT_BACK = KEPT + """
            [ -f "$kept/configuration" ] || exit 1
            printf '%s\n' "$files" | while IFS= read -r file; do
                grep -qxF -- "$file" "$kept"/*.path || rm -f -- "$file" || exit 1
            done || exit 1
            for path in "$kept"/*.path; do
                IFS= read -r file < "$path" && cp -p -- "${path%.path}" "$file.corbel-back" || exit 1
                mv -T -- "$file.corbel-back" "$file" || exit 1
            done
            cat -- "$kept/configuration"
            """;

    private static final String FORGET = KEPT + """
            rm -rf -- "$kept" "$kept.new"
            """;

    private UnitInstaller() {}

    /** The place of a unit's text. */
    static String file(String unit) {
        return "/etc/systemd/system/" + unit;
    }

    /**
     * Starts a unit whose files are written, or stops it.
     *
     * @param files that the unit is made of, with absolute paths; empty where it is a package's
     */
    static void install(Change change, UnitScripts.Start start, List<String> files) throws ProviderException {
        String unit = start.unit();
        Script bring = UnitScripts.bring(start);
        Output output = change.host().attempt(bring);
        if (output.exit() == UnitScripts.NOT_UP) {
            boolean isBack = !files.isEmpty() && mayGoBack(change) && putBack(change, start, files);
            Diagnostic failure = Diagnostic.error(
                    unit + " does not come up on " + change.host().name(),
                    (isBack ? "It runs as it did before. " : "") + "Its log ends with:\n"
                            + output.err().strip());
            throw isBack ? change.undone(failure) : new ProviderException(failure);
        }
        if (!output.succeeded()) {
            throw change.host().failure(bring, output);
        }
        if (start.active() && !files.isEmpty()) {
            change.run(script("Keeping the files of " + unit, KEEP, unit, files)
                    .with("configuration", start.configuration()));
        }
    }

    /** Tells whether the old files alone are the old unit, since what it reads besides them is what it was; and may run again. */
    private static boolean mayGoBack(Change change) {
        return !Boolean.FALSE.equals(change.desired().flag("rollback"))
                && !change.desired().differs("restartOn", change.before());
    }

    private static boolean putBack(Change change, UnitScripts.Start start, List<String> files)
            throws ProviderException {
        Output kept = change.host().attempt(script("Putting " + start.unit() + " back", PUT_BACK, start.unit(), files));
        return kept.succeeded()
                && change.host()
                        .attempt(UnitScripts.bring(start.with(kept.out().strip())))
                        .succeeded();
    }

    /** Removes the copy of a unit's files. */
    static void forget(Change change, String unit) throws ProviderException {
        change.run(script("Removing the copy of " + unit, FORGET, unit, List.of()));
    }

    private static Script script(String purpose, String text, String unit, List<String> files) {
        return Script.of(purpose, text).with("unit", unit).with("files", String.join("\n", files));
    }
}
