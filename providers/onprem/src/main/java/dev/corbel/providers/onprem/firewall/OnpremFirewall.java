package dev.corbel.providers.onprem.firewall;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.onprem.host.Change;
import dev.corbel.providers.onprem.host.Facts;
import dev.corbel.providers.onprem.host.HostType;
import dev.corbel.providers.onprem.host.Output;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** {@code onprem_firewall}: the table of a host for packets that come in, and its policy. Rules are resources of their own. */
public final class OnpremFirewall extends HostType {
    public static final String TYPE = "onprem_firewall";

    /** A name that begins before those of rules. */
    private static final String BASE = "0-base";

    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required("name", Type.STRING).immutable().validatedBy(FirewallFacts.NAME))
            .attribute(Attribute.optional("policy", Type.STRING)
                    .defaultsTo(Value.of("drop"))
                    .validatedBy(Validation.oneOf("drop", "accept"))
                    .describedAs("The fate of packets that no rule is about."))
            .attribute(Attribute.optional("sshPorts", Type.set(Type.NUMBER))
                    .defaultsTo(Attributes.setOf(List.of(Value.of(22))))
                    .describedAs("Ports that are always let in, so that nobody is locked out."))
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
        return new TypeGuide(
                "the rules for packets that come in", "its name", "name", "packets that go out or through");
    }

    /** One after the other: each is tried, and kept once a new connection came through. */
    @Override
    protected boolean isExclusive() {
        return true;
    }

    @Override
    protected String keyAttribute() {
        return "name";
    }

    @Override
    public String fragment(List<ReadRequest> requests) {
        return FirewallFacts.fragment(requests, "name");
    }

    @Override
    public List<ReadResult> parse(Output output, List<ReadRequest> requests) {
        Facts facts = Facts.of(output);
        return requests.stream().map(request -> result(facts, request)).toList();
    }

    private static ReadResult result(Facts facts, ReadRequest request) {
        Optional<FirewallRuleset> found = FirewallFacts.ruleset(
                facts, request.prior().attributes().text("name").orElseThrow());
        if (found.isEmpty()) {
            return new ReadResult.Absent();
        }
        List<Value> ports = found.get().sshPorts().stream()
                .<Value>map(port -> Value.of(port))
                .toList();
        return new ReadResult.Present(new ObjectState(
                new Attributes(SCHEMA)
                        .from(request.prior().attributes())
                        .text("policy", found.get().policy())
                        .value("sshPorts", Attributes.setOf(ports))
                        .build(),
                request.prior().privateData()));
    }

    @Override
    protected void make(Change change) throws ProviderException {
        change(change);
    }

    @Override
    protected void change(Change change) throws ProviderException {
        DesiredAttributes firewall = change.desired();
        SortedSet<Integer> ports = FirewallFacts.numbers(change.planned().get("sshPorts"));
        String ssh = ports.isEmpty()
                ? ""
                : "        tcp dport { %s } accept comment \"%s\"\n"
                        .formatted(
                                String.join(
                                        ", ",
                                        ports.stream().map(String::valueOf).toList()),
                                FirewallRuleset.SSH);
        FirewallScripts.change(
                change, firewall.required("name"), BASE, """
                        type filter hook input priority filter; policy %s;
                        ct state established,related accept
                        ct state invalid drop
                        iif "lo" accept
                        meta l4proto { icmp, ipv6-icmp } accept
                """.formatted(firewall.required("policy")) + ssh);
    }

    @Override
    protected void remove(Change change) throws ProviderException {
        FirewallScripts.remove(change, change.before().required("name"));
    }
}
