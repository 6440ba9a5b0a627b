package dev.corbel.providers.onprem.unit;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Attribute;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.onprem.host.Body;
import dev.corbel.providers.onprem.host.Change;
import dev.corbel.providers.onprem.host.Facts;
import dev.corbel.providers.onprem.host.HostType;
import dev.corbel.providers.onprem.host.Output;
import dev.corbel.providers.onprem.host.Script;
import dev.corbel.providers.onprem.host.Upload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A type of program that runs as a service: a unit of one's own with files of variables, which is drained and restarted where its
 * settings change, must become healthy, and else gives way to what ran before. A type says what the unit is.
 */
abstract class ServiceType extends HostType {
    private static final int PATIENCE = 90;

    private static final String FOLDER = "mkdir -p -m 0700 " + ServiceText.FOLDER;

    private static final String REMOVE_FILES = """
            rmdir FOLDER /etc/corbel 2> /dev/null
            if [ "$purge" = true ]; then rm -rf --one-file-system -- "/var/lib/$name" "/var/lib/private/$name"; fi
            """.replace("FOLDER", ServiceText.FOLDER);

    private final String type;
    private final Schema schema;

    ServiceType(String type, Schema schema) {
        this.type = type;
        this.schema = schema;
    }

    /** The texts that an object is made of. */
    abstract ServiceText text(DesiredAttributes service);

    /** Fetches what the unit starts, before anything is changed. */
    abstract void fetch(Change change) throws ProviderException;

    /** Removes what fetching left that is not needed any more. */
    abstract void tidy(Change change) throws ProviderException;

    @Override
    public final String name() {
        return type;
    }

    @Override
    public final Schema schema() {
        return schema;
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
    public List<Diagnostic> validate(MapValue configuration) {
        Value version = configuration.get("secretVersion");
        Value secrets = configuration.get("secretEnvironment");
        boolean hasHealth = !configuration.get("health").isNull();
        if (!version.isUnknown() && !secrets.isUnknown() && version.isNull() != secrets.isNull()) {
            return List.of(Diagnostic.error(
                    "secretEnvironment and secretVersion belong together",
                    "Nothing of the variables is stored, so that another secretVersion tells of other ones."));
        }
        return hasHealth && configuration.get("port").isNull()
                ? List.of(Diagnostic.error("The health check has no port", "Set port beside health."))
                : List.of();
    }

    @Override
    public PlannedObject plan(PlanRequest request) {
        MapValue proposed = request.proposed();
        boolean isKnown = schema.attributes().values().stream()
                .filter(Attribute::isConfigurable)
                .filter(attribute -> !attribute.name().equals("startAfter"))
                .allMatch(attribute -> proposed.get(attribute.name()).isWhollyKnown());
        Value configuration =
                isKnown ? Value.of(text(new DesiredAttributes(proposed)).configuration()) : Value.unknown();
        boolean moves =
                request.isCreation() || !configuration.equals(((MapValue) request.prior()).get("configuration"));
        MapValue planned = proposed.with("configuration", configuration);
        return new PlannedObject(moves ? planned.with("sub_state", Value.unknown()) : planned, Set.of());
    }

    @Override
    public String fragment(List<ReadRequest> requests) {
        return UnitFacts.fragment(requests.stream()
                .map(request ->
                        question(text(new DesiredAttributes(request.prior().attributes()))))
                .toList());
    }

    private static UnitFacts.Question question(ServiceText text) {
        return UnitFacts.Question.of(ServiceText.unit(text.name()), text.revisions());
    }

    @Override
    public List<ReadResult> parse(Output output, List<ReadRequest> requests) {
        UnitFacts facts = new UnitFacts(Facts.of(output));
        return requests.stream().map(request -> result(facts, request)).toList();
    }

    private ReadResult result(UnitFacts facts, ReadRequest request) {
        MapValue prior = request.prior().attributes();
        ServiceText text = text(new DesiredAttributes(prior));
        UnitFacts.Question question = question(text);
        Optional<String> found = facts.text(question);
        if (found.isEmpty()) {
            return new ReadResult.Absent();
        }
        boolean isAsWritten = found.get().equals(text.unit())
                && facts.isEnabled(question.unit())
                && facts.hasSum(text.variablesFile(), Body.of(text.variables()).sha256());
        return new ReadResult.Present(new ObjectState(
                new Attributes(schema)
                        .from(prior)
                        .text("configuration", isAsWritten ? facts.configuration(question) : Configuration.DUE)
                        .text("sub_state", facts.subState(question.unit()))
                        .build(),
                request.prior().privateData()));
    }

    @Override
    protected void make(Change change) throws ProviderException {
        bring(change, true);
    }

    @Override
    protected void change(Change change) throws ProviderException {
        bring(change, false);
    }

    private void bring(Change change, boolean isNew) throws ProviderException {
        DesiredAttributes service = change.desired();
        ServiceText text = text(service);
        String unit = ServiceText.unit(text.name());
        fetch(change);
        change.run(Script.of("Making " + ServiceText.FOLDER, FOLDER));
        change.upload(Upload.ofRoot(text.variablesFile(), text.variables()).mode("0600"));
        if (text.hasSecrets() && (isNew || service.differs("secretVersion", change.before()))) {
            change.upload(Upload.ofRoot(text.secretsFile(), ServiceText.variables(service.map("secretEnvironment")))
                    .mode("0600"));
            change.upload(Upload.ofRoot(
                            text.namesFile(),
                            String.join("\n", service.map("secretEnvironment").keySet()) + "\n")
                    .mode("0600"));
        }
        change.upload(Upload.ofRoot(UnitInstaller.file(unit), text.unit()));
        DesiredAttributes health = service.block("health");
        Optional<UnitScripts.Health> question = service.has("port")
                ? Optional.of(new UnitScripts.Health(
                        Optional.ofNullable(service.number("port")).orElseThrow(),
                        Optional.ofNullable(health.text("path")).orElse("")))
                : Optional.empty();
        UnitInstaller.install(
                change,
                new UnitScripts.Start(
                        unit,
                        Optional.of(true),
                        true,
                        text.configuration().equals(change.before().text("configuration")) ? "start" : "restart",
                        text.configuration(),
                        question,
                        Optional.ofNullable(service.number("drainSeconds")),
                        Duration.ofSeconds(Optional.ofNullable(service.number("startSeconds"))
                                .orElse(PATIENCE))),
                List.of(UnitInstaller.file(unit), text.variablesFile(), text.secretsFile(), text.namesFile()));
        tidy(change);
    }

    /** What the service stored stays, unless it shall go. */
    @Override
    protected void remove(Change change) throws ProviderException {
        ServiceText text = text(change.before());
        UnitScripts.remove(change, ServiceText.unit(text.name()));
        UnitInstaller.forget(change, ServiceText.unit(text.name()));
        change.putBack(text.variablesFile());
        change.putBack(text.secretsFile());
        change.putBack(text.namesFile());
        change.run(Script.of("Removing the files of " + text.name(), REMOVE_FILES)
                .with("name", text.name())
                .with("purge", Boolean.toString(change.before().isTrue("purge"))));
        tidy(change);
    }
}
