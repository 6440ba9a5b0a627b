package dev.corbel.providers.onprem.unit;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.onprem.host.Body;
import dev.corbel.providers.onprem.host.Change;
import dev.corbel.providers.onprem.host.Output;
import dev.corbel.providers.onprem.host.Script;
import dev.corbel.providers.onprem.host.Upload;
import java.util.Optional;

/** Puts a unit in place and starts it; where it does not come up, what ran before runs again. */
final class UnitInstaller {
    private static final String KEEP = """
            kept=/var/lib/corbel/units/$unit
            rm -f -- "$kept"
            [ -f "/etc/systemd/system/$unit" ] || exit 0
            mkdir -p -m 0755 /var/lib/corbel && mkdir -p -m 0700 /var/lib/corbel/units || exit 1
            cp -p -- "/etc/systemd/system/$unit" "$kept"
            """;

    private static final String PUT_BACK = """
            kept=/var/lib/corbel/units/$unit
            [ -f "$kept" ] || exit 0
            cp -p -- "$kept" "/etc/systemd/system/$unit"
            """;

    private UnitInstaller() {}

    /**
     * Installs and starts it, or stops it.
     *
     * @param text to write; empty where the one that is there stays
     */
    static void install(Change change, UnitScripts.Start start, Optional<String> text) throws ProviderException {
        String unit = start.unit();
        if (text.isPresent()) {
            change.run(Script.of("Keeping " + unit + " as it was", KEEP).with("unit", unit));
            change.upload(Upload.of("/etc/systemd/system/" + unit, Body.of(text.get()))
                    .owner(Optional.of("root"), Optional.of("root")));
        }
        Script bring = UnitScripts.bring(start);
        Output output = change.host().attempt(bring);
        if (output.exit() == UnitScripts.NOT_UP) {
            boolean isBack = text.isPresent() && putBack(change, start);
            throw new ProviderException(Diagnostic.error(
                    unit + " does not come up on " + change.host().name(),
                    (isBack ? "It runs as it did before. " : "") + "Its log ends with:\n"
                            + output.err().strip()));
        }
        if (!output.succeeded()) {
            throw change.host().failure(bring, output);
        }
    }

    private static boolean putBack(Change change, UnitScripts.Start start) throws ProviderException {
        Optional<String> before = change.prior().text("configuration");
        if (before.isEmpty()) {
            return false;
        }
        String unit = start.unit();
        Script script = Script.of("Putting " + unit + " back", PUT_BACK).with("unit", unit);
        return change.host().attempt(script).succeeded()
                && change.host()
                        .attempt(UnitScripts.bring(start.with(before.get())))
                        .succeeded();
    }
}
