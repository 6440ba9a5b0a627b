package dev.corbel.dsl.build;

import dev.corbel.dsl.scope.Scope;
import dev.corbel.providers.api.address.Address;
import java.util.Objects;

/**
 * A component of an app that stands on hosts.
 *
 * @param number the number of hosts that it needs, of which some may be the same
 * @param apart whether each needs a zone of its own
 */
record AppPart(Scope app, Scope component, String kind, int number, boolean apart) {

    /** Its name among the parts of the app. */
    String name() {
        String label = component.label();
        return label == null ? kind : kind + "/" + label;
    }

    Address address() {
        return Objects.requireNonNull(app.address());
    }
}
