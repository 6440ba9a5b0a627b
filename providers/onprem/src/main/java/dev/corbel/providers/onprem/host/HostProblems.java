package dev.corbel.providers.onprem.host;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadResult.Unreadable;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import java.io.IOException;

/** Puts failures of hosts into words: the host, the call, its reason, and the way out. */
final class HostProblems {
    private HostProblems() {}

    /** Tells whether the host itself refused a script, or the script was not for it, so that its exit code means nothing else. */
    static boolean isOfHost(Output output) {
        return output.exit() == Wire.NOT_BEGUN
                || output.exit() == Wire.CUT_SHORT
                || output.exit() == Wire.OTHER_MACHINE;
    }

    static Diagnostic failed(Script script, Output output, Host host) {
        return switch (output.exit()) {
            case Wire.NOT_BEGUN -> notBegun(host, output);
            case Wire.CUT_SHORT ->
                Diagnostic.error(
                        script.purpose() + " on " + host.name() + " did not begin",
                        "The script came in part, so nothing was done.");
            case Wire.OTHER_MACHINE ->
                Diagnostic.error(
                                "Another machine answers at " + host.settings().address(),
                                script.purpose() + " was for the machine that answered first in this run.")
                        .withHint("Somebody gave the address of " + host.name()
                                + " to another machine. Nothing was done there.")
                        .ofSession();
            case Wire.LOCKED ->
                Diagnostic.error(
                                script.purpose() + " on " + host.name() + " waited too long for a lock",
                                output.reason())
                        .withHint(
                                "Another Corbel, or somebody at the host, is at work there. Try again when that is done.");
            case UploadScript.LINK ->
                Diagnostic.error(script.purpose() + " on " + host.name() + " would follow a link", output.reason())
                        .withHint("Name the file that the link leads to.");
            case UploadScript.INVALID ->
                Diagnostic.error(
                        script.purpose() + " on " + host.name() + ": the new content is refused",
                        "The command of validate failed, and the file is as it was:\n" + output.reason());
            default -> {
                Diagnostic failed =
                        Diagnostic.error(script.purpose() + " on " + host.name() + " failed", output.reason());
                yield Remedies.of(output.reason()).map(failed::withHint).orElse(failed);
            }
        };
    }

    private static Diagnostic notBegun(Host host, Output output) {
        String reason = output.reason();
        if (!host.settings().become()) {
            return Diagnostic.error("The shell of " + host.name() + " does not run scripts", reason)
                    .withHint("The user needs /bin/sh, head, base64 and timeout, and a login shell that runs commands.")
                    .ofSession();
        }
        return Diagnostic.error("Scripts do not run as root on " + host.name(), reason)
                .withHint("Let the user run /bin/sh by sudo without a password (a line in /etc/sudoers.d such as"
                        + " \"deploy ALL=(root) NOPASSWD: /bin/sh\"), connect as root, or set become = 'none'.")
                .ofSession();
    }

    static Diagnostic readOnly(Host host) {
        return Diagnostic.error("This run reads alone", "It must not change anything on " + host.name() + ".");
    }

    static Diagnostic noContent(Script script, IOException failure) {
        return Diagnostic.error(script.purpose() + " has no content to send", String.valueOf(failure.getMessage()));
    }

    static Diagnostic vanished(HostType type, String key, Change change) {
        return Diagnostic.error(
                "%s \"%s\" is not there after it was made".formatted(type.name(), key),
                "Its script on " + change.host().name()
                        + " ended well. Somebody removed it, or it is a bug in the provider.");
    }

    static Diagnostic notImportable(String type, String key) {
        return Diagnostic.error(
                        "%s \"%s\" cannot be imported".formatted(type, key),
                        "The host does not tell what it was made of.")
                .withHint("Remove it on the host, and declare it here.");
    }

    static Diagnostic gone(Host host, String type, String key, Address address) {
        return Diagnostic.error(
                        "%s \"%s\" on %s is gone".formatted(type, key, host.name()),
                        "Somebody removed it after it was planned to be changed.")
                .withHint("Plan again: it is made anew then.")
                .at(address);
    }

    static Diagnostic otherMachine(Host host, ObjectState object, String actual) {
        String expected = Mark.of(object).map(Mark::machine).orElse("");
        return Diagnostic.error(
                        "Another machine answers at " + host.settings().address(),
                        "The objects of %s are on the machine %s, and this is %s. Nothing was changed, and none of them is taken for gone."
                                .formatted(host.name(), expected, actual))
                .withHint(
                        "Correct the address. Where the machine was replaced for good, remove its objects from state with"
                                + " \"removed\" and destroy = false.")
                .ofSession();
    }

    static Unreadable noFacts(Host host, Output output) {
        if (output.exit() == Wire.NOT_BEGUN) {
            return new Unreadable(notBegun(host, output), ReadResult.Cause.PERMISSION);
        }
        if (output.exit() == Wire.OTHER_MACHINE) {
            Script reading = Script.of("Reading " + host.name(), "");
            return new Unreadable(failed(reading, output, host), ReadResult.Cause.UNREACHABLE);
        }
        return new Unreadable(
                Diagnostic.error("The answer of " + host.name() + " is not complete", output.reason())
                        .withHint(
                                "The connection broke, or the host lacks timeout, base64 or head. Nothing is taken for gone.")
                        .ofSession(),
                ReadResult.Cause.FAILED);
    }

    static Unreadable brokenSection(Host host, String type, Output section) {
        String summary = "Objects of type " + type + " cannot be read on " + host.name();
        return new Unreadable(Diagnostic.error(
                summary, section.timedOut() ? "Looking at them took longer than 20 seconds." : section.reason()));
    }

    static Unreadable wrongAnswer(Host host, String type, String reason) {
        return new Unreadable(Diagnostic.error(
                "The answer of %s about objects of type %s cannot be understood".formatted(host.name(), type), reason));
    }

    static Diagnostic ownedByOther(Host host, String type, String key, Ownership owner, Address address) {
        return Diagnostic.error(
                        "%s \"%s\" on %s belongs to another resource".formatted(type, key, host.name()),
                        "It is %s in the environment %s of the project %s."
                                .formatted(owner.address(), owner.environment(), owner.project()))
                .withHint("Let one of the two give it up, or choose another name.")
                .at(address);
    }

    static Diagnostic ownedByNobody(Host host, String type, String key, Address address) {
        return Diagnostic.error(
                        "%s \"%s\" is on %s already".formatted(type, key, host.name()),
                        "Corbel did not make it, and overwrites nothing unasked.")
                .withHint(
                        "Set replaceExisting = true to take it over; it is kept, and put back when the resource ends. Or"
                                + " adopt it as it is.")
                .at(address);
    }

    static Diagnostic claimedMeanwhile(Host host, String type, String key, Address address) {
        return Diagnostic.error(
                        "%s \"%s\" on %s was claimed by another run at the same time".formatted(type, key, host.name()),
                        "Nothing was changed.")
                .withHint("Plan again to see whose it is.")
                .at(address);
    }
}
