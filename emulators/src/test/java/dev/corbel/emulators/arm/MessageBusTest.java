package dev.corbel.emulators.arm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArmExtension.class)
class MessageBusTest {
    private final ArmServer arm;
    private final Caller caller;
    private final String bus;

    MessageBusTest(ArmServer arm) {
        this.arm = arm;
        caller = new Caller(arm);
        bus = caller.id("web", "Microsoft.ServiceBus/namespaces/acme-bus");
    }

    @BeforeEach
    void makeGroup() {
        caller.makeGroup("web");
    }

    private static String of(String sku, String properties) {
        return "{'location': 'swedencentral', 'sku': {'name': '" + sku + "'}, 'properties': {" + properties + "}}";
    }

    private String queue(String name, String properties) {
        return caller.put(bus + "/queues/" + name, "{'properties': {" + properties + "}}")
                .code();
    }

    @Test
    void makesNamespaces() {
        Caller.Answer made = caller.made(bus, of("Standard", ""));

        assertThat(made.text("properties.serviceBusEndpoint"))
                .isEqualTo("https://acme-bus.servicebus.windows.net:443/");
        assertThat(made.text("sku.tier")).isEqualTo("Standard");
        assertThat(caller.get(bus + "/networkRuleSets/default").text("properties.defaultAction"))
                .isEqualTo("Allow");
        assertThat(caller.put(bus, of("Premium", "")).status()).isEqualTo(400);
        assertThat(caller.put(bus, of("Standard", "'premiumMessagingPartitions': 1"))
                        .status())
                .isEqualTo(409);
        arm.take("Microsoft.ServiceBus/namespaces", "taken-bus");
        assertThat(caller.put(caller.id("web", "Microsoft.ServiceBus/namespaces/taken-bus"), of("Standard", ""))
                        .code())
                .isEqualTo("NamespaceUnavailable");
        assertThat(caller.put(caller.id("web", "Microsoft.ServiceBus/namespaces/bus"), of("Standard", ""))
                        .status())
                .as("a short name")
                .isEqualTo(400);
    }

    @Test
    void keepsStandardNamespacesOpenToAllNetworks() {
        caller.made(bus, of("Standard", ""));
        String rules = "{'properties': {'defaultAction': 'Deny', 'ipRules': [{'ipMask': '10.0.0.0/8'}]}}";

        assertThat(caller.put(bus + "/networkRuleSets/default", rules).status()).isEqualTo(400);
        String premium = caller.id("web", "Microsoft.ServiceBus/namespaces/acme-premium");
        assertThat(caller.made(premium, of("Premium", "")).text("sku.capacity")).isEqualTo("1");
        assertThat(caller.put(premium + "/networkRuleSets/default", rules)
                        .body()
                        .at("/properties/ipRules/0/action")
                        .asText())
                .isEqualTo("Allow");
        assertThat(caller.put(
                                premium + "/networkRuleSets/default",
                                "{'properties': {'publicNetworkAccess': 'Disabled'}}")
                        .status())
                .isEqualTo(200);
        assertThat(caller.get(premium).text("properties.publicNetworkAccess"))
                .as("what both say")
                .isEqualTo("Disabled");
    }

    @Test
    void makesQueuesByTheSkuOfTheirNamespace() {
        caller.made(bus, of("Basic", ""));
        assertThat(queue("plain", "")).isEmpty();
        assertThat(queue("sessions", "'requiresSession': true")).isEqualTo("40000");
        caller.made(bus, of("Standard", ""));
        assertThat(queue("sessions", "'requiresSession': true")).isEmpty();
        assertThat(queue("sessions", "")).as("no session any more").isEqualTo("PropertyChangeNotAllowed");
        assertThat(queue("long", "'lockDuration': 'PT6M'")).isEqualTo("40000");
        assertThat(queue("sent", "'forwardTo': 'nowhere'")).isEqualTo("40000");
        assertThat(queue("sent", "'forwardTo': 'plain'")).isEmpty();
        assertThat(queue("big", "'maxSizeInMegabytes': 10240")).isEqualTo("40000");
        assertThat(queue("big", "'maxMessageSizeInKilobytes': 2048")).isEqualTo("40000");
        assertThat(queue("parts", "'enablePartitioning': true")).isEmpty();
        assertThat(caller.get(bus + "/queues/parts").text("properties.maxSizeInMegabytes"))
                .as("that of 16 parts")
                .isEqualTo("16384");
        assertThat(caller.get(bus + "/queues/plain").text("properties.maxMessageSizeInKilobytes"))
                .isEqualTo("256");
        assertThat(caller.get(bus + "/queues").body().path("value")).hasSize(4);
    }

    @Test
    void partitionsQueuesAsTheirPremiumNamespaceIs() {
        caller.made(bus, of("Premium", "'premiumMessagingPartitions': 2"));

        assertThat(queue("whole", "")).isEqualTo("40000");
        assertThat(queue("fast", "'enablePartitioning': true, 'enableExpress': true"))
                .isEqualTo("40000");
        assertThat(queue("parts", "'enablePartitioning': true, 'maxSizeInMegabytes': 81920"))
                .isEmpty();
        assertThat(caller.get(bus + "/queues/parts").text("properties.maxSizeInMegabytes"))
                .isEqualTo("81920");
    }
}
