package dev.corbel.providers.onprem.system;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.schema.Type;
import dev.corbel.providers.api.schema.Validation;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.onprem.host.Change;
import dev.corbel.providers.onprem.host.Facts;
import dev.corbel.providers.onprem.host.HostType;
import dev.corbel.providers.onprem.host.Output;
import dev.corbel.providers.onprem.host.Script;
import dev.corbel.providers.onprem.host.ShellText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code onprem_command}: a command that brings something about, with one that tells whether it is there. It is run again where
 * that says no, or where its triggers change.
 */
public final class OnpremCommand extends HostType {
    public static final String TYPE = "onprem_command";

    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required("name", Type.STRING)
                    .immutable()
                    .validatedBy(Validation.matching("[A-Za-z0-9][A-Za-z0-9_.-]*", "a name of its own on the host")))
            .attribute(Attribute.required("apply", Type.STRING)
                    .immutable()
                    .describedAs("The text for the shell, as root where the host says so, that brings it about."))
            .attribute(Attribute.required("check", Type.STRING)
                    .describedAs("The text for the shell that ends with 0 where it is there, and changes nothing."
                            + " It runs with each plan."))
            .attribute(Attribute.optional("undo", Type.STRING)
                    .describedAs("The text for the shell that takes it away. Left out, it stays."))
            .attribute(Attribute.optional("triggers", Type.map(Type.STRING))
                    .immutable()
                    .describedAs("Values whose change runs it again."))
            .attribute(Attribute.optional("environment", Type.map(Type.STRING))
                    .sensitive()
                    .writeOnly()
                    .describedAs("Variables of `apply`, which are sent and never stored."))
            .attribute(Attribute.computed("value", Type.STRING)
                    .describedAs("The text that `check` prints, without the line's end."))
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
        return new TypeGuide("a command, and one that tells whether it is needed", "none", "check", "");
    }

    @Override
    protected boolean isImportable() {
        return false;
    }

    @Override
    protected String keyAttribute() {
        return "name";
    }

    /** Something that is there already needs no command, and nobody's leave. */
    @Override
    protected boolean takesOver(MapValue planned) {
        return true;
    }

    /** Each check runs in a shell of its own, for at most a part of the time that all have. */
    @Override
    public String fragment(List<ReadRequest> requests) {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < requests.size(); i++) {
            String check = requests.get(i).prior().attributes().text("check").orElse("exit 1");
            script.append("value=$(timeout 10 /bin/sh -c %s 2> /dev/null < /dev/null); code=$?\n"
                    .formatted(ShellText.quote("set -u\n" + check)));
            script.append("fact %d code \"$code\"; fact %d value \"$value\"\n".formatted(i, i));
        }
        return script.toString();
    }

    @Override
    public List<ReadResult> parse(Output output, List<ReadRequest> requests) {
        Facts facts = Facts.of(output);
        List<ReadResult> results = new ArrayList<>(requests.size());
        for (int i = 0; i < requests.size(); i++) {
            ReadRequest request = requests.get(i);
            results.add(
                    facts.text(i, "code").filter("0"::equals).isPresent()
                            ? new ReadResult.Present(new ObjectState(
                                    new Attributes(SCHEMA)
                                            .from(request.prior().attributes())
                                            .textOrEmpty(
                                                    "value",
                                                    facts.text(i, "value").orElse(null))
                                            .build(),
                                    request.prior().privateData()))
                            : new ReadResult.Absent());
        }
        return results;
    }

    @Override
    protected void make(Change change) throws ProviderException {
        DesiredAttributes command = change.desired();
        StringBuilder text = new StringBuilder();
        Script script = Script.of("Running " + command.required("name"), "");
        for (Map.Entry<String, String> variable : command.map("environment").entrySet()) {
            text.append("export ").append(variable.getKey()).append('=');
            text.append(ShellText.quote(variable.getValue())).append('\n');
        }
        change.run(new Script(
                script.purpose(),
                text + command.required("apply"),
                script.values(),
                script.bodies(),
                script.timeout(),
                script.lock()));
    }

    /** Another check, or another way to take it away, changes nothing on the host. */
    @Override
    protected void change(Change change) {}

    @Override
    protected void remove(Change change) throws ProviderException {
        String undo = change.before().text("undo");
        if (undo != null) {
            change.run(Script.of("Undoing " + change.before().required("name"), undo));
        }
    }
}
