package dev.corbel.providers.simulator;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.io.IOException;

/** The failures of calls: those that they are told to have, and those of the folder. */
final class Failures {
    static final String CREATE_PARTIAL = "create-partial";

    private Failures() {}

    /** Tests whether {@code fail} names this call. */
    static boolean named(MapValue attributes, String call) {
        return new DesiredAttributes(attributes).texts(SimObjectSchema.FAIL).contains(call);
    }

    static Diagnostic injected(String call) {
        return Diagnostic.error(
                "Simulated failure of " + call,
                "The object's \"fail\", in the definition or in its file, names this call.");
    }

    static ProviderException nameTaken(String name, String id) {
        return new ProviderException(Diagnostic.error(
                        "A sim_object with the name \"" + name + "\" exists already",
                        "Its id is " + id + ". Only one object in a directory can have a name.")
                .withHint("Choose another name, or take over the object with adopt and this id."));
    }

    static ProviderException nameOfAnother(String name, String id) {
        return new ProviderException(Diagnostic.error(
                        "The name \"" + name + "\" belongs to another sim_object",
                        "Its id is " + id + ", and another operation than this one made it.")
                .withHint("Choose another name, or take over the object with adopt and this id."));
    }

    static ProviderException readOnly() {
        return new ProviderException(
                Diagnostic.error("The simulator only reads in this run", "The call would have changed an object."));
    }

    static ProviderException gone(String id) {
        return new ProviderException(Diagnostic.error(
                "The sim_object " + id + " is gone", "Its file was deleted since the object was last read."));
    }

    static ProviderException isProtected(SimObject object) {
        return new ProviderException(
                Diagnostic.error(
                                "The sim_object " + object.name().orElse(object.id()) + " is protected",
                                "Its deletion_protection is on, so that the simulator does not delete it. Nothing was"
                                        + " deleted.")
                        .withHint("Apply deletion_protection = false first (deletionProtection = false in a"
                                + " component)."),
                object.state());
    }

    /** @param whole whether every object meets it */
    static ProviderException folder(IOException cause, boolean whole) {
        Diagnostic diagnostic = Diagnostic.error("The simulator's directory cannot be used", describe(cause));
        return new ProviderException(whole ? diagnostic.ofSession() : diagnostic).because(cause);
    }

    static ProviderException interrupted(InterruptedException cause) {
        return new ProviderException(Diagnostic.error("The call was interrupted", "Nothing was changed."))
                .because(cause);
    }

    static String describe(IOException cause) {
        String message = cause.getMessage();
        return cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
