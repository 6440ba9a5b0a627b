package dev.corbel.providers.azure.fact;

import dev.corbel.providers.api.fact.Answer;
import dev.corbel.providers.api.fact.DataKind;
import dev.corbel.providers.api.fact.Fact;
import dev.corbel.providers.api.fact.Topic;
import dev.corbel.providers.api.value.MapValue;
import java.util.List;
import java.util.Optional;

/** The facts of Service Bus. Azure encrypts messages, and takes them over TLS alone, whatever a definition says. */
public final class MessageFacts {
    private static final String PUBLIC = "public_network_access_enabled";

    private MessageFacts() {}

    /** The facts of {@code azurerm_servicebus_namespace}. */
    public static List<Fact> ofNamespace(MapValue namespace) {
        return List.of(
                Fact.Stores.here(DataKind.PRIMARY),
                Claims.always(Topic.ENCRYPTION_AT_REST),
                Claims.always(Topic.TLS),
                new Fact.Exposure(
                        Answer.of(namespace.get(PUBLIC)), "has a public address", Optional.empty(), Claims.at(PUBLIC)));
    }

    /** The facts of {@code azurerm_servicebus_queue}. */
    public static List<Fact> ofQueue(MapValue queue) {
        return List.of(Fact.Stores.here(DataKind.PRIMARY), Claims.always(Topic.ENCRYPTION_AT_REST));
    }
}
