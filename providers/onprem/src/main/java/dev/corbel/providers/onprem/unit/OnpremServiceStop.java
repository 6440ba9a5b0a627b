package dev.corbel.providers.onprem.unit;

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
import dev.corbel.providers.onprem.host.Script;
import dev.corbel.providers.onprem.host.ShellText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * {@code onprem_service_stop}: stops a service before a new version of the app starts on any host, and does not let it start with
 * the host either until its own resource starts it. Its services depend on it, and take {@code stopped} as {@code startAfter}.
 */
public final class OnpremServiceStop extends HostType {
    public static final String TYPE = "onprem_service_stop";

    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required("name", Type.STRING)
                    .immutable()
                    .validatedBy(Validation.matching("[a-z0-9][a-z0-9_-]*", "a name of small letters, digits, - and _"))
                    .describedAs("The service on this host."))
            .attribute(Attribute.required("triggers", Type.map(Type.STRING))
                    .describedAs("Values whose change stops the service, such as the releases that are to run."))
            .attribute(Attribute.optional("version", Type.STRING)
                    .describedAs("A text of the unit that is to run, such as its release: when this resource is made, a"
                            + " service whose unit has it already is not stopped. Left out, it is."))
            .attribute(Attribute.optional("port", Type.NUMBER)
                    .validatedBy(Validation.between(1, 65535))
                    .describedAs("The port that the service listens on."))
            .attribute(Attribute.optional("drainSeconds", Type.NUMBER)
                    .validatedBy(Validation.between(1, 3600))
                    .describedAs("How long clients may take before the service is stopped; with `port`."))
            .attribute(Attribute.computed("stopped", Type.STRING)
                    .describedAs("Another text after each time that the service was stopped."))
            .build();

    private static final String NOTE = "/var/lib/corbel/stops/";

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
                "a stop of a service before a new version of its app starts anywhere", "none", "stopping again", "");
    }

    @Override
    protected boolean isImportable() {
        return false;
    }

    @Override
    protected String keyAttribute() {
        return "name";
    }

    @Override
    public PlannedObject plan(PlanRequest request) {
        MapValue proposed = request.proposed();
        boolean maybe = request.isCreation()
                || new DesiredAttributes(proposed)
                        .changes("triggers", new DesiredAttributes((MapValue) request.prior()))
                || !proposed.get("triggers").isWhollyKnown();
        return new PlannedObject(maybe ? proposed.with("stopped", Value.unknown()) : proposed, Set.of());
    }

    /** A note of the last stop is what there is of it. */
    @Override
    public String fragment(List<ReadRequest> requests) {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < requests.size(); i++) {
            String name = requests.get(i).prior().attributes().text("name").orElseThrow();
            script.append("note=").append(ShellText.quote(NOTE + name)).append('\n');
            script.append("[ ! -e \"$note\" ] || fact %d stopped \"$(cat -- \"$note\")\"\n".formatted(i));
        }
        return script.toString();
    }

    @Override
    public List<ReadResult> parse(Output output, List<ReadRequest> requests) {
        Facts facts = Facts.of(output);
        return IntStream.range(0, requests.size())
                .mapToObj(i -> facts.text(i, "stopped")
                        .<ReadResult>map(stopped -> present(stopped, requests.get(i)))
                        .orElseGet(ReadResult.Absent::new))
                .toList();
    }

    private static ReadResult present(String stopped, ReadRequest request) {
        return new ReadResult.Present(new ObjectState(
                new Attributes(SCHEMA)
                        .from(request.prior().attributes())
                        .text("stopped", stopped)
                        .build(),
                request.prior().privateData()));
    }

    @Override
    protected void make(Change change) throws ProviderException {
        stop(change, Optional.ofNullable(change.desired().text("version")));
    }

    @Override
    protected void change(Change change) throws ProviderException {
        if (change.desired().differs("triggers", change.before())) {
            stop(change, Optional.empty());
        }
    }

    private static void stop(Change change, Optional<String> version) throws ProviderException {
        DesiredAttributes service = change.desired();
        String name = service.required("name");
        change.run(UnitScripts.stop(
                        ServiceText.unit(name),
                        Optional.ofNullable(service.number("port")),
                        Optional.ofNullable(service.number("drainSeconds")))
                .with("version", version.orElse(""))
                .with("note", NOTE + name)
                .with("token", change.token()));
    }

    /** A service that was stopped has come up again, or goes as well. */
    @Override
    protected void remove(Change change) throws ProviderException {
        String name = change.before().required("name");
        change.run(Script.of("Forgetting the stop of " + name, "rm -f -- \"$note\"")
                .with("note", NOTE + name));
    }
}
