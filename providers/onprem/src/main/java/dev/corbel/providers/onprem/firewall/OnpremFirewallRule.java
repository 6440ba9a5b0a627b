package dev.corbel.providers.onprem.firewall;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.onprem.host.Change;
import dev.corbel.providers.onprem.host.Facts;
import dev.corbel.providers.onprem.host.HostType;
import dev.corbel.providers.onprem.host.Output;
import java.util.List;
import java.util.Optional;

/** {@code onprem_firewall_rule}: a rule of a firewall, known by its name. */
public final class OnpremFirewallRule extends HostType {
    public static final String TYPE = "onprem_firewall_rule";

    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required("name", Type.STRING)
                    .immutable()
                    .validatedBy(Validation.matching("[a-z0-9][a-z0-9_.-]{0,60}", "small letters, digits, -, _ and .")))
            .attribute(Attribute.required("firewall", Type.STRING)
                    .immutable()
                    .validatedBy(FirewallFacts.NAME)
                    .describedAs("The name of the `onprem_firewall`."))
            .attribute(Attribute.optional("protocol", Type.STRING)
                    .defaultsTo(Value.of("tcp"))
                    .validatedBy(Validation.oneOf("tcp", "udp")))
            .attribute(Attribute.required("ports", Type.set(Type.NUMBER)).describedAs("The ports that it is about."))
            .attribute(Attribute.optional("from", Type.set(Type.STRING))
                    .describedAs("Addresses and networks, such as 10.0.0.7 and 10.1.0.0/16. Left out, all."))
            .attribute(Attribute.optional("action", Type.STRING)
                    .defaultsTo(Value.of("accept"))
                    .validatedBy(Validation.oneOf("accept", "drop", "reject")))
            .build();

    @Override
    public String name() {
        return TYPE;
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    public TypeGuide guide() {
        return new TypeGuide("a rule of a firewall", "none", "name", "an order among rules: they go by their names");
    }

    /** One after the other: each is tried, and kept once a new connection came through. */
    @Override
    protected boolean isExclusive() {
        return true;
    }

    /** Its name alone does not tell in which firewall it is. */
    @Override
    protected boolean isImportable() {
        return false;
    }

    @Override
    protected String keyAttribute() {
        return "name";
    }

    @Override
    public String fragment(List<ReadRequest> requests) {
        return FirewallFacts.fragment(requests, "firewall");
    }

    @Override
    public List<ReadResult> parse(Output output, List<ReadRequest> requests) {
        Facts facts = Facts.of(output);
        return requests.stream().map(request -> result(facts, request)).toList();
    }

    private static ReadResult result(Facts facts, ReadRequest request) {
        MapValue prior = request.prior().attributes();
        Optional<FirewallRule> found = FirewallFacts.ruleset(
                        facts, prior.text("firewall").orElseThrow())
                .map(rules -> rules.rules().get(prior.text("name").orElseThrow()));
        if (found.isEmpty()) {
            return new ReadResult.Absent();
        }
        FirewallRule rule = found.get();
        List<Value> ports =
                rule.ports().stream().<Value>map(port -> Value.of(port)).toList();
        Attributes attributes = new Attributes(SCHEMA)
                .from(prior)
                .text("protocol", rule.protocol())
                .value("ports", Attributes.setOf(ports))
                .text("action", rule.action());
        if (!rule.from().isEmpty() || !prior.get("from").isNull()) {
            attributes.set("from", rule.from());
        }
        return new ReadResult.Present(
                new ObjectState(attributes.build(), request.prior().privateData()));
    }

    @Override
    protected void make(Change change) throws ProviderException {
        change(change);
    }

    @Override
    protected void change(Change change) throws ProviderException {
        DesiredAttributes rule = change.desired();
        String name = rule.required("name");
        FirewallRule planned = FirewallRule.of(
                rule.required("protocol"),
                FirewallFacts.numbers(change.planned().get("ports")),
                rule.texts("from"),
                rule.required("action"));
        StringBuilder lines = new StringBuilder();
        planned.lines(name)
                .forEach(line -> lines.append("        ").append(line).append('\n'));
        FirewallScripts.change(change, rule.required("firewall"), part(name), lines.toString());
    }

    @Override
    protected void remove(Change change) throws ProviderException {
        FirewallScripts.change(
                change,
                change.before().required("firewall"),
                part(change.before().required("name")),
                "");
    }

    private static String part(String name) {
        return "1-" + name;
    }
}
