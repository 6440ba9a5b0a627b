package dev.corbel.providers.azure.servicebus;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.NumberValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmHooks;
import dev.corbel.providers.azure.arm.ArmId;
import dev.corbel.providers.azure.arm.ArmSession;
import dev.corbel.providers.kit.definition.DocumentPath;
import java.math.BigDecimal;

/** The sizes of queues, which Azure says of all their parts together, and of messages, which it says where none can be chosen. */
final class QueueHooks implements ArmHooks {
    static final DocumentPath SIZE = DocumentPath.of("properties.maxSizeInMegabytes");
    static final DocumentPath PARTITIONED = DocumentPath.of("properties.enablePartitioning");
    private static final DocumentPath MESSAGE = DocumentPath.of("properties.maxMessageSizeInKilobytes");
    private static final DocumentPath SKU = DocumentPath.of("sku.name");
    private static final BigDecimal PARTS = BigDecimal.valueOf(16);
    private static final Value SMALL = Value.of(256);

    @Override
    public MapValue document(ArmSession session, ArmId id, MapValue document) {
        return PARTITIONED.in(document).equals(Value.of(true))
                        && SIZE.in(document) instanceof NumberValue whole
                        && !isPremium(session, id)
                ? SIZE.put(document, Value.of(whole.value().divideToIntegralValue(PARTS)))
                : document;
    }

    /** The namespaces of this SKU have a number of parts for all of their queues, so that sizes are those of whole queues. */
    private static boolean isPremium(ArmSession session, ArmId id) {
        return session.arm()
                .find(new ArmId(id.parent()).text(), NamespaceDefinition.VERSION)
                .filter(namespace -> SKU.in(namespace).equals(NamespaceDefinition.PREMIUM))
                .isPresent();
    }

    @Override
    public MapValue body(MapValue body, MapValue attributes) {
        return MESSAGE.in(body).equals(SMALL) ? MESSAGE.remove(body) : body;
    }
}
