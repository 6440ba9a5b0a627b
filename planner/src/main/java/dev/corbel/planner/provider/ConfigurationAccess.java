package dev.corbel.planner.provider;

import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import java.util.List;

/** The access to one provider configuration while planning, as far as it can be used. */
public sealed interface ConfigurationAccess {

    /** Its session is open. */
    record Open(Session session, MapValue configuration) implements ConfigurationAccess {}

    /** Part of its configuration is not known yet. */
    record Deferred(MapValue configuration) implements ConfigurationAccess {}

    /** It does not work, so that each of its objects meets these problems. */
    record Failed(List<Diagnostic> problems) implements ConfigurationAccess {
        public List<Diagnostic> problemsOf(Address address) {
            return problems.stream().map(problem -> problem.at(address)).toList();
        }
    }
}
