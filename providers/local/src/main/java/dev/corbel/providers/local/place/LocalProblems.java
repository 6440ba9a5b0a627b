package dev.corbel.providers.local.place;

import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.local.supervisor.JobName;
import dev.corbel.providers.local.supervisor.Place;

/** What goes wrong on this machine. */
final class LocalProblems {
    private LocalProblems() {}

    static Diagnostic reading() {
        return Diagnostic.error("This command changes nothing", "It reads what is there.");
    }

    static Diagnostic unreachable(Place place, Exception failure) {
        return Diagnostic.error(
                        "The supervisor of " + place.folder() + " does not answer",
                        failure.getMessage() == null ? failure.toString() : failure.getMessage())
                .withHint("Its log is " + place.log() + ".")
                .ofSession();
    }

    static Diagnostic taken(JobName name, Address address) {
        return Diagnostic.error(
                        "There is a " + name.kind() + " called " + name.name() + " already",
                        "Two of one kind in an environment have different names.")
                .withHint("Give " + address + " another name.");
    }

    static Diagnostic gone(JobName name) {
        return Diagnostic.error(
                "The " + name.kind() + " " + name.name() + " is gone", "It cannot be changed any more.");
    }

    /** What became of a job that could not be changed. */
    enum Next {
        NOTHING(""),
        RUNS(" It runs as it did before."),
        STANDS(" Nothing of it runs now.");

        private final String text;

        Next(String text) {
            this.text = text;
        }
    }

    static Diagnostic refused(JobName name, SupervisorClient.Refusal refusal, Next next) {
        String detail = refusal.reason() + next.text;
        String log = refusal.log().isEmpty()
                ? ""
                : "\nThe last lines of what it wrote:\n  " + String.join("\n  ", refusal.log());
        return Diagnostic.error("The " + name.kind() + " " + name.name() + " does not come up", detail + log);
    }
}
