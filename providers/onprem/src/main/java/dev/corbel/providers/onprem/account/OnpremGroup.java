package dev.corbel.providers.onprem.account;

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
import dev.corbel.providers.onprem.host.ShellText;
import java.util.List;
import java.util.stream.IntStream;

/** {@code onprem_group}: a group of users. */
public final class OnpremGroup extends HostType {
    public static final String TYPE = "onprem_group";

    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required("name", Type.STRING).immutable().validatedBy(AccountNames.RULE))
            .attribute(Attribute.optionalComputed("gid", Type.NUMBER)
                    .immutable()
                    .validatedBy(Validation.between(1, AccountNames.LAST_ID))
                    .describedAs("Its number. Left out, the host takes the next free one."))
            .attribute(Attribute.optional("system", Type.BOOLEAN)
                    .immutable()
                    .describedAs("Whether it gets a number of those for services. Asked for when it is made."))
            .attribute(replaceExisting())
            .build();

    private static final String MAKE = """
            getent group "$name" > /dev/null && exit 0
            set --
            [ -z "$gid" ] || set -- "$@" --gid "$gid"
            [ "$system" != true ] || set -- "$@" --system
            groupadd "$@" -- "$name"
            """;

    private static final String REMOVE = """
            getent group "$name" > /dev/null || exit 0
            groupdel -- "$name"
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
        return new TypeGuide("a group of users", "its name", "name", "members, which `onprem_user` names");
    }

    @Override
    protected String keyAttribute() {
        return "name";
    }

    @Override
    public String fragment(List<ReadRequest> requests) {
        return """
                getent group -- %s | while IFS=: read -r name password gid members; do
                    fact 0 "$name" "$gid"
                done
                """.formatted(ShellText.quoteAll(AccountNames.of(requests)));
    }

    @Override
    public List<ReadResult> parse(Output output, List<ReadRequest> requests) {
        Facts facts = Facts.of(output);
        return IntStream.range(0, requests.size())
                .mapToObj(i -> result(facts, requests.get(i)))
                .toList();
    }

    private static ReadResult result(Facts facts, ReadRequest request) {
        String name = request.prior().attributes().text("name").orElseThrow();
        return facts.text(0, name)
                .<ReadResult>map(gid -> new ReadResult.Present(new ObjectState(
                        new Attributes(SCHEMA)
                                .from(request.prior().attributes())
                                .text("name", name)
                                .number("gid", Long.valueOf(gid))
                                .build(),
                        request.prior().privateData())))
                .orElseGet(ReadResult.Absent::new);
    }

    @Override
    protected void make(Change change) throws ProviderException {
        change.run(Script.of("Making the group " + name(change), MAKE)
                .with("name", name(change))
                .with("gid", AccountNames.number(change.desired(), "gid"))
                .with("system", Boolean.toString(change.desired().isTrue("system"))));
    }

    /** Nothing about it changes on the host. */
    @Override
    protected void change(Change change) {}

    @Override
    protected void remove(Change change) throws ProviderException {
        if (!change.ownership().existedBefore()) {
            String name = change.before().required("name");
            change.run(Script.of("Removing the group " + name, REMOVE).with("name", name));
        }
    }

    private static String name(Change change) {
        return change.desired().required("name");
    }
}
