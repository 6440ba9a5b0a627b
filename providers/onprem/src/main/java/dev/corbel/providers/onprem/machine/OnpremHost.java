package dev.corbel.providers.onprem.machine;

import dev.corbel.providers.api.IdentityClass;
import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ResourceType;
import dev.corbel.providers.api.Session;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.onprem.host.Facts;
import dev.corbel.providers.onprem.host.HostFacts;
import dev.corbel.providers.onprem.host.OnpremSession;
import dev.corbel.providers.onprem.host.Output;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code onprem_host}: the host that a configuration reaches, with the facts that others need. It is looked at, and never made. */
public final class OnpremHost implements ResourceType, HostFacts {
    public static final String TYPE = "onprem_host";
    private static final String NAME = "name";

    static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required(NAME, Type.STRING)
                    .immutable()
                    .describedAs("The host as the definition calls it."))
            .attribute(computed("machine_id", "The id of the machine, from `/etc/machine-id`."))
            .attribute(computed("hostname", "The name that it has itself."))
            .attribute(computed("os", "The distribution, such as `debian`."))
            .attribute(computed("os_version", "Its version, such as `12`."))
            .attribute(computed("architecture", "Such as `x86_64`."))
            .attribute(computed("kernel", "The release of its kernel."))
            .attribute(Attribute.computed("cpus", Type.NUMBER).describedAs("The number of its processors."))
            .attribute(Attribute.computed("memory", Type.NUMBER).describedAs("Its memory in bytes."))
            .attribute(computed("boot_id", "Another one after each start."))
            .build();

    private static final String FRAGMENT = """
            if [ -r /etc/os-release ]; then . /etc/os-release; fi
            fact 0 machine_id "$(cat /etc/machine-id 2>/dev/null)"
            fact 0 hostname "$(uname -n)"
            fact 0 os "${ID:-unknown}"
            fact 0 os_version "${VERSION_ID:-}"
            fact 0 architecture "$(uname -m)"
            fact 0 kernel "$(uname -r)"
            fact 0 cpus "$(nproc)"
            while read -r name value unit; do
                if [ "$name" = MemTotal: ]; then fact 0 memory "$((value * 1024))"; fi
            done < /proc/meminfo
            read -r boot_id < /proc/sys/kernel/random/boot_id
            fact 0 boot_id "$boot_id"
            """;

    private static Attribute.Builder computed(String name, String description) {
        return Attribute.computed(name, Type.STRING).describedAs(description);
    }

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
        return new TypeGuide("a host, which is looked at and never made", "any name", "name", "");
    }

    @Override
    public String fragment(List<ReadRequest> requests) {
        return FRAGMENT;
    }

    @Override
    public List<ReadResult> parse(Output output, List<ReadRequest> requests) {
        Facts facts = Facts.of(output);
        List<ReadResult> results = new ArrayList<>(requests.size());
        for (ReadRequest request : requests) {
            Attributes attributes = new Attributes(SCHEMA);
            SCHEMA.attributes()
                    .keySet()
                    .forEach(name -> attributes.text(name, facts.text(0, name).orElse(null)));
            attributes.number("cpus", number(facts, "cpus")).number("memory", number(facts, "memory"));
            attributes.text(NAME, request.prior().attributes().text(NAME).orElse(null));
            results.add(new ReadResult.Present(
                    new ObjectState(attributes.build(), request.prior().privateData())));
        }
        return results;
    }

    private static BigDecimal number(Facts facts, String field) {
        return new BigDecimal(facts.text(0, field).orElseThrow());
    }

    @Override
    public List<ReadResult> read(Session session, List<ReadRequest> requests) {
        return ((OnpremSession) session).readAll(this, requests);
    }

    @Override
    public boolean isListable() {
        return false;
    }

    @Override
    public List<String> list(Session session) {
        return List.of();
    }

    @Override
    public Optional<ObjectState> importObject(Session session, String id) throws ProviderException {
        ObjectState found = look(session, new ObjectState(MapValue.EMPTY.with(NAME, Value.of(id))));
        return Optional.of(((OnpremSession) session).host().marked(found, ""));
    }

    /** Nothing is made, so that there is nothing to be found after a crash. */
    @Override
    public IdentityClass identityClass(MapValue planned) {
        return IdentityClass.CLIENT_TOKEN;
    }

    @Override
    public ObjectState create(Session session, CreateRequest request) throws ProviderException {
        ObjectState named =
                new ObjectState(MapValue.EMPTY.with(NAME, request.planned().get(NAME)));
        return ((OnpremSession) session).host().marked(look(session, named), request.token());
    }

    @Override
    public ObjectState update(Session session, UpdateRequest request) throws ProviderException {
        return look(session, request.prior());
    }

    @Override
    public void delete(Session session, DeleteRequest request) {
        // The host stays.
    }

    ObjectState look(Session session, ObjectState prior) throws ProviderException {
        ReadResult result = read(session, List.of(new ReadRequest(Address.resource(TYPE, "host"), prior)))
                .get(0);
        if (result instanceof ReadResult.Present present) {
            return present.object();
        }
        ReadResult.Unreadable unreadable = (ReadResult.Unreadable) result;
        throw new ProviderException(unreadable.reason()).dueTo(unreadable.cause());
    }
}
