package dev.corbel.providers.onprem.host;

import dev.corbel.providers.api.ObjectState;
import java.util.Optional;

/**
 * The private data of an object of a host.
 *
 * @param token of the operation that made it
 * @param machine the id of the machine that it is on; empty where that has none
 */
record Mark(String token, String machine) {

    String text() {
        return token + " " + machine;
    }

    /** The mark of an object; empty of one that has none, such as an imported one. */
    static Optional<Mark> of(ObjectState object) {
        String text = object.privateData();
        int space = text.indexOf(' ');
        return space < 0
                ? Optional.empty()
                : Optional.of(new Mark(text.substring(0, space), text.substring(space + 1)));
    }

    /** Tells whether the object is on another machine. */
    static boolean isElsewhere(ObjectState object, String actual) {
        return of(object)
                .map(Mark::machine)
                .filter(machine -> !machine.isEmpty() && !actual.isEmpty() && !machine.equals(actual))
                .isPresent();
    }
}
