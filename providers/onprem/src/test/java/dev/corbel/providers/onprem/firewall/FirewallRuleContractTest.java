package dev.corbel.providers.onprem.firewall;

import dev.corbel.emulators.LongForm;
import dev.corbel.emulators.hosts.TestHosts;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.conformance.Specimen;
import dev.corbel.providers.conformance.Values;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.onprem.HostContract;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** In the long form alone: each change takes a new connection. */
@LongForm
class FirewallRuleContractTest extends HostContract {

    FirewallRuleContractTest(TestHosts hosts) {
        super(hosts);
    }

    /** The table that the rules are in. */
    @BeforeEach
    void makeFirewall() {
        host().run("mkdir -p /etc/corbel/firewall/rules && cat > /etc/corbel/firewall/rules/0-base <<'END'\n"
                + "type filter hook input priority filter; policy accept;\nEND");
    }

    /** Each is tried with a new connection, one after the other. */
    @Override
    protected int concurrentCreations() {
        return 2;
    }

    @Override
    protected Specimen specimen() {
        return new KeyedSpecimen("onprem_firewall_rule", "name") {
            @Override
            public MapValue configuration(String distinct) {
                return Values.map(
                        "name",
                        distinct,
                        "firewall",
                        "rules",
                        "ports",
                        Attributes.setOf(List.of(Value.of(80), Value.of(443))),
                        "from",
                        Attributes.setOf(List.of(Value.of("192.0.2.7"), Value.of("198.51.100.0/24"))));
            }

            @Override
            public MapValue changedInPlace(MapValue configuration) {
                return configuration.with("action", Value.of("drop"));
            }

            @Override
            public Optional<MapValue> changedByReplacement(MapValue configuration) {
                return Optional.of(configuration.with("name", Value.of("another")));
            }

            @Override
            public boolean isImportable() {
                return false;
            }

            @Override
            public String absentId() {
                return "absent";
            }
        };
    }
}
