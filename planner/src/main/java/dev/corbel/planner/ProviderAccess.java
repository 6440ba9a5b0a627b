package dev.corbel.planner;

import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.value.MapValue;

/** How far one provider configuration can be used while planning. */
sealed interface ProviderAccess {

    /** Its session is open. */
    record Open(Session session, MapValue configuration) implements ProviderAccess {}

    /** Part of its configuration is not known yet. */
    record Deferred(MapValue configuration) implements ProviderAccess {}

    /** It does not work; the problem is reported already. */
    record Failed() implements ProviderAccess {}
}
