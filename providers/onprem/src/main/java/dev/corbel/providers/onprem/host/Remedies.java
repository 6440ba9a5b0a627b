package dev.corbel.providers.onprem.host;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The ways out of what ails hosts rather than scripts, by the words in which their tools complain. */
final class Remedies {
    /**
     * A way out.
     *
     * @param words as tools print them in the locale C
     */
    private record Remedy(Pattern words, String hint) {
        static Remedy of(String words, String hint) {
            return new Remedy(Pattern.compile(words), hint);
        }
    }

    private static final List<Remedy> REMEDIES = List.of(
            Remedy.of(
                    "Read-only file system",
                    "Mount it for writing (findmnt --target PATH tells how it is mounted; a disk with errors is mounted so"
                            + " by the kernel), and apply again."),
            // The second is how the shell's own printf says it.
            Remedy.of(
                    "No space left on device|printf: I/O error|Disk quota exceeded",
                    "Make room on the host (df -h and df -i tell where there is none), and apply again."),
            Remedy.of(
                    "Unable to acquire the dpkg|Could not get lock /var/",
                    "Another program installs packages on the host, such as unattended-upgrades. Apply again when it is"
                            + " done."));

    private Remedies() {}

    /** The way out of what a script said last; empty where nothing general can be said. */
    static Optional<String> of(String reason) {
        return REMEDIES.stream()
                .filter(remedy -> remedy.words().matcher(reason).find())
                .map(Remedy::hint)
                .findFirst();
    }
}
