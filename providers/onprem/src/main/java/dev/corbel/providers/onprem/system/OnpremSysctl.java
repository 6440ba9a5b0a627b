package dev.corbel.providers.onprem.system;

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
import dev.corbel.providers.onprem.host.Change;
import dev.corbel.providers.onprem.host.Facts;
import dev.corbel.providers.onprem.host.HostType;
import dev.corbel.providers.onprem.host.Output;
import dev.corbel.providers.onprem.host.Script;
import dev.corbel.providers.onprem.host.ShellText;
import java.util.List;
import java.util.Optional;

/** {@code onprem_sysctl}: a setting of the kernel, now and after each start. */
public final class OnpremSysctl extends HostType {
    public static final String TYPE = "onprem_sysctl";

    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required("name", Type.STRING)
                    .immutable()
                    .validatedBy(Validation.matching(
                            "[a-z0-9_-]+(\\.[A-Za-z0-9_/-]+)+", "a name such as net.ipv4.ip_forward")))
            .attribute(Attribute.required("value", Type.STRING)
                    .validatedBy(Validation.matching("\\S+( \\S+)*", "a value, several with one space between them")))
            .build();

    private static final String FILE = """
            file=/etc/sysctl.d/60-corbel-$name.conf
            """;

    /** The value that was there before is kept once, for the end. */
    private static final String SET = FILE + """
            kept=/var/lib/corbel/sysctl/$name
            if [ ! -e "$kept" ]; then
                mkdir -p -m 0755 /var/lib/corbel && mkdir -p -m 0700 /var/lib/corbel/sysctl || exit 1
                sysctl -n -- "$name" > "$kept.new" && mv -T -- "$kept.new" "$kept" || exit 1
            fi
            sysctl -q -w -- "$name=$value" || exit 1
            printf '%s = %s\\n' "$name" "$value" > "$file.new" && chmod 0644 "$file.new" && mv -T -- "$file.new" "$file"
            """;

    private static final String REMOVE = FILE + """
            kept=/var/lib/corbel/sysctl/$name
            rm -f -- "$file" || exit 1
            if [ -e "$kept" ]; then
                sysctl -q -w -- "$name=$(cat -- "$kept")" || exit 1
                rm -f -- "$kept"
            fi
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
        return new TypeGuide("a setting of the kernel", "its name", "name", "");
    }

    @Override
    protected String keyAttribute() {
        return "name";
    }

    /** One process tells all values. The setting is there as long as its file is. */
    @Override
    public String fragment(List<ReadRequest> requests) {
        StringBuilder script = new StringBuilder("set --\n");
        for (int i = 0; i < requests.size(); i++) {
            String name = ShellText.quote(name(requests.get(i)));
            script.append("name=").append(name).append('\n').append(FILE);
            script.append("if [ -e \"$file\" ]; then fact ")
                    .append(i)
                    .append(" file yes; set -- \"$@\" \"$name\"; fi\n");
        }
        return script.append("[ $# = 0 ] || fact 0 values \"$(sysctl -e -- \"$@\" 2> /dev/null)\"\n")
                .toString();
    }

    @Override
    public List<ReadResult> parse(Output output, List<ReadRequest> requests) {
        Facts facts = Facts.of(output);
        KernelSettings settings = KernelSettings.of(facts.text(0, "values").orElse(""));
        return java.util.stream.IntStream.range(0, requests.size())
                .mapToObj(i -> facts.text(i, "file").isPresent()
                        ? present(settings.value(name(requests.get(i))), requests.get(i))
                        : new ReadResult.Absent())
                .toList();
    }

    private static ReadResult present(Optional<String> value, ReadRequest request) {
        return new ReadResult.Present(new ObjectState(
                new Attributes(SCHEMA)
                        .from(request.prior().attributes())
                        .value("value", value.map(Value::of).orElse(Value.of("")))
                        .build(),
                request.prior().privateData()));
    }

    private static String name(ReadRequest request) {
        return request.prior().attributes().text("name").orElseThrow();
    }

    @Override
    protected void make(Change change) throws ProviderException {
        change(change);
    }

    @Override
    protected void change(Change change) throws ProviderException {
        String name = change.desired().required("name");
        change.run(Script.of("Setting " + name, SET)
                .with("name", name)
                .with("value", change.desired().required("value")));
    }

    @Override
    protected void remove(Change change) throws ProviderException {
        String name = change.before().required("name");
        change.run(Script.of("Putting " + name + " back", REMOVE).with("name", name));
    }
}
