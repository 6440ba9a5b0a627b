package dev.corbel.planner;

import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.value.MapValue;
import java.util.List;

/** How far one provider configuration can be used while planning. */
sealed interface ProviderAccess {

    /** Its session is open. */
    record Open(Session session, MapValue configuration) implements ProviderAccess {}

    /** Part of its configuration is not known yet. */
    record Deferred(MapValue configuration) implements ProviderAccess {}

    /** It does not work, so that each of its objects meets these problems. */
    record Failed(List<Diagnostic> problems) implements ProviderAccess {
        List<Diagnostic> problemsOf(Address address) {
            return problems.stream().map(problem -> problem.at(address)).toList();
        }
    }
}
