package dev.corbel.providers.onprem.system;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.onprem.host.Change;
import dev.corbel.providers.onprem.host.Facts;
import dev.corbel.providers.onprem.host.HostType;
import dev.corbel.providers.onprem.host.Output;
import dev.corbel.providers.onprem.host.Script;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code onprem_hosts_entry}: a name in {@code /etc/hosts}, on a line of its own that says whose it is. */
public final class OnpremHostsEntry extends HostType {
    public static final String TYPE = "onprem_hosts_entry";
    private static final String MARK = " # corbel";

    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required("name", Type.STRING)
                    .immutable()
                    .validatedBy(Validation.matching("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?", "a name of a host")))
            .attribute(Attribute.required("address", Type.STRING)
                    .validatedBy(Validation.matching("[0-9a-fA-F:.]+", "an IP address")))
            .build();

    /** Other lines stay as they are; the file keeps its owner and mode. */
    private static final String REWRITE = """
            new=/etc/.corbel-hosts
            { grep -v -E "^[0-9a-fA-F:.]+ $pattern # corbel\\$" /etc/hosts || :; } > "$new" || exit 1
            if [ -n "$address" ]; then printf '%s %s # corbel\\n' "$address" "$name" >> "$new" || exit 1; fi
            chmod --reference=/etc/hosts "$new" && chown --reference=/etc/hosts "$new" && sync "$new" || exit 1
            mv -T -- "$new" /etc/hosts
            """;

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
        return new TypeGuide("a name in `/etc/hosts`", "the name", "name", "more than one name a line");
    }

    @Override
    protected String keyAttribute() {
        return "name";
    }

    @Override
    public String fragment(List<ReadRequest> requests) {
        return "fact 0 hosts \"$(grep -E ' # corbel$' /etc/hosts)\"\n";
    }

    @Override
    public List<ReadResult> parse(Output output, List<ReadRequest> requests) {
        Map<String, String> addresses = new HashMap<>();
        Facts.of(output).text(0, "hosts").orElseThrow().lines().forEach(line -> {
            List<String> parts =
                    List.of(line.substring(0, line.length() - MARK.length()).split(" ", 2));
            addresses.put(parts.get(parts.size() - 1), parts.get(0));
        });
        return requests.stream().map(request -> result(addresses, request)).toList();
    }

    private static ReadResult result(Map<String, String> addresses, ReadRequest request) {
        String address = addresses.get(request.prior().attributes().text("name").orElseThrow());
        return address == null
                ? new ReadResult.Absent()
                : new ReadResult.Present(new ObjectState(
                        new Attributes(SCHEMA)
                                .from(request.prior().attributes())
                                .text("address", address)
                                .build(),
                        request.prior().privateData()));
    }

    @Override
    protected void make(Change change) throws ProviderException {
        change(change);
    }

    @Override
    protected void change(Change change) throws ProviderException {
        rewrite(change, change.desired().required("name"), change.desired().required("address"));
    }

    @Override
    protected void remove(Change change) throws ProviderException {
        rewrite(change, change.before().required("name"), "");
    }

    private static void rewrite(Change change, String name, String address) throws ProviderException {
        change.run(Script.of("Entering " + name + " in /etc/hosts", REWRITE)
                .with("name", name)
                .with("pattern", name.replace(".", "\\."))
                .with("address", address));
    }
}
