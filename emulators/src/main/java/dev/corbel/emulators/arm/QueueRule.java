package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Queues: what they can do goes by the SKU of their namespace. */
final class QueueRule implements TypeRule {
    static final String TYPE = MessageBusRule.TYPE + "/queues";

    private static final Duration LONGEST_LOCK = Duration.ofMinutes(5);
    private static final Set<Integer> SIZES = Set.of(1024, 2048, 3072, 4096, 5120);
    private static final Set<Integer> MORE_SIZES = Set.of(10240, 20480, 40960, 81920);
    private static final int PARTS = 16;
    private static final String SIZE = "properties.maxSizeInMegabytes";
    private static final String MESSAGE = "properties.maxMessageSizeInKilobytes";
    private static final String PARTITIONED = "properties.enablePartitioning";

    @Override
    public void check(Change change) {
        String sku = Trees.at(change.parent(), MessageBusRule.SKU).asText();
        boolean premium = sku.equals(MessageBusRule.PREMIUM);
        if (sku.equals("Basic")) {
            List.of("requiresSession", "requiresDuplicateDetection", "forwardTo", "forwardDeadLetteredMessagesTo")
                    .forEach(property -> refuse(isSet(change, property), property + " takes the SKU Standard."));
        }
        refuse(premium && isSet(change, "enableExpress"), "Express queues are not there in the SKU Premium.");
        boolean parted = Trees.at(change.parent(), "properties.premiumMessagingPartitions")
                        .asInt()
                > 1;
        refuse(
                premium && parted != change.at(PARTITIONED).asBoolean(),
                "The queues of a namespace of the SKU Premium are partitioned where it is, and else not.");
        refuse(!premium && !change.at(MESSAGE).isMissingNode(), "The size of messages takes the SKU Premium.");
        int size = change.at(SIZE).asInt();
        refuse(!SIZES.contains(size) && !(premium && MORE_SIZES.contains(size)), "There is no size of " + size + ".");
        refuse(
                Duration.parse(change.text("properties.lockDuration")).compareTo(LONGEST_LOCK) > 0,
                "A lock lasts for 5 minutes at most.");
        List.of("forwardTo", "forwardDeadLetteredMessagesTo").forEach(property -> checkForward(change, property));
    }

    private static boolean isSet(Change change, String property) {
        String text = change.text("properties." + property);
        return !text.isEmpty() && !text.equals("false");
    }

    private static void checkForward(Change change, String property) {
        String to = change.text("properties." + property);
        refuse(
                !to.isEmpty() && change.siblings().keySet().stream().noneMatch(to::equalsIgnoreCase),
                "The queue '" + to + "', which messages are sent on to, does not exist.");
    }

    private static void refuse(boolean wrong, String message) {
        if (wrong) {
            throw Refusal.badRequest("40000", message);
        }
    }

    @Override
    public void done(Change change, Stored stored) {
        if (change.creates()) {
            Trees.set(
                    stored.generated(),
                    "properties.createdAt",
                    stored.createdAt().toString());
        }
        Trees.set(stored.generated(), "properties.updatedAt", change.now().toString());
    }

    @Override
    public void show(World world, Stored stored, ObjectNode shown) {
        boolean premium = stored.path()
                .owner()
                .flatMap(owner -> world.find(owner.id()))
                .filter(bus -> Trees.at(bus.body(), MessageBusRule.SKU).asText().equals(MessageBusRule.PREMIUM))
                .isPresent();
        if (!premium && Trees.at(shown, PARTITIONED).asBoolean()) {
            Trees.set(shown, SIZE, shown.numberNode(Trees.at(shown, SIZE).asInt() * PARTS));
        }
        if (Trees.at(shown, MESSAGE).isMissingNode()) {
            Trees.set(shown, MESSAGE, shown.numberNode(premium ? 1024 : 256));
        }
        Trees.set(shown, "properties.messageCount", shown.numberNode(0));
        Trees.set(shown, "properties.sizeInBytes", shown.numberNode(0));
    }
}
