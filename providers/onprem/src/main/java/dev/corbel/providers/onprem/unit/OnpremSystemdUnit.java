package dev.corbel.providers.onprem.unit;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
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
import dev.corbel.providers.onprem.host.Upload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code onprem_systemd_unit}: a unit of one's own, or one of a package, with whether it runs. */
public final class OnpremSystemdUnit extends HostType {
    public static final String TYPE = "onprem_systemd_unit";
    private static final int PATIENCE = 90;

    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required("name", Type.STRING)
                    .immutable()
                    .validatedBy(Validation.matching(
                            "[A-Za-z0-9:_.@-]+\\.(service|socket|timer|path|target|mount|slice)",
                            "the name of a unit with its kind, such as app.service")))
            .attribute(Attribute.optional("content", Type.STRING)
                    .describedAs("Its text. Left out, the unit is one of a package."))
            .attribute(Attribute.optional("enabled", Type.BOOLEAN)
                    .defaultsTo(Value.of(true))
                    .describedAs("Whether it starts with the host."))
            .attribute(Attribute.optional("active", Type.BOOLEAN)
                    .defaultsTo(Value.of(true))
                    .describedAs("Whether it runs."))
            .attribute(Attribute.optional("restartOn", Type.list(Type.STRING))
                    .describedAs("Revisions of files that it reads, such as `onprem_file.conf.revision`: where one"
                            + " is another, the unit is restarted."))
            .attribute(Attribute.optional("reloads", Type.BOOLEAN)
                    .defaultsTo(Value.of(false))
                    .describedAs("Whether it takes other files by a reload instead of a restart."))
            .attribute(Attribute.optional("startSeconds", Type.NUMBER)
                    .defaultsTo(Value.of(PATIENCE))
                    .validatedBy(Validation.between(1, 3600))
                    .describedAs("How long it may take to come up."))
            .attribute(Attribute.computed("configuration", Type.STRING)
                    .describedAs("The configuration that it runs with: another one is a restart that is due."))
            .attribute(Attribute.computed("sub_state", Type.STRING).changingByItself())
            .attribute(replaceExisting())
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
        return new TypeGuide("a unit of systemd", "its name", "name", "drop-ins, masks");
    }

    @Override
    protected String keyAttribute() {
        return "name";
    }

    /** A unit of a package is there before. */
    @Override
    protected boolean takesOver(MapValue planned) {
        return planned.get("content").isNull() || super.takesOver(planned);
    }

    @Override
    public List<Diagnostic> validate(MapValue configuration) {
        Optional<String> content = configuration.text("content");
        boolean isEnabled = !Boolean.FALSE.equals(new DesiredAttributes(configuration).flag("enabled"));
        return isEnabled && content.filter(text -> !text.contains("[Install]")).isPresent()
                ? List.of(Diagnostic.error(
                                "The unit has no [Install] section",
                                "Without one it cannot be enabled, which is what starts it with the host.")
                        .withHint("Add [Install] with WantedBy=multi-user.target, or set enabled = false."))
                : List.of();
    }

    @Override
    public PlannedObject plan(PlanRequest request) {
        MapValue proposed = request.proposed();
        Value configuration = planned(proposed);
        boolean moves =
                request.isCreation() || !configuration.equals(((MapValue) request.prior()).get("configuration"));
        MapValue planned = proposed.with("configuration", configuration);
        return new PlannedObject(moves ? planned.with("sub_state", Value.unknown()) : planned, Set.of());
    }

    private static Value planned(MapValue proposed) {
        DesiredAttributes unit = new DesiredAttributes(proposed);
        if (!unit.isTrue("active")) {
            return proposed.get("active").isUnknown() ? Value.unknown() : Value.of(Configuration.NONE);
        }
        boolean isKnown = proposed.get("content").isWhollyKnown()
                && proposed.get("restartOn").isWhollyKnown();
        return isKnown ? Value.of(configuration(unit)) : Value.unknown();
    }

    private static String configuration(DesiredAttributes unit) {
        String text = unit.text("content");
        return Configuration.of(text == null ? "" : text, unit.texts("restartOn"));
    }

    @Override
    public String fragment(List<ReadRequest> requests) {
        return UnitFacts.fragment(
                requests.stream().map(OnpremSystemdUnit::question).toList());
    }

    private static UnitFacts.Question question(ReadRequest request) {
        DesiredAttributes unit = new DesiredAttributes(request.prior().attributes());
        return UnitFacts.Question.of(unit.required("name"), unit.texts("restartOn"));
    }

    @Override
    public List<ReadResult> parse(Output output, List<ReadRequest> requests) {
        UnitFacts facts = new UnitFacts(Facts.of(output));
        return requests.stream().map(request -> result(facts, request)).toList();
    }

    private static ReadResult result(UnitFacts facts, ReadRequest request) {
        MapValue prior = request.prior().attributes();
        UnitFacts.Question question = question(request);
        String unit = question.unit();
        Value content = prior.get("content");
        Optional<String> text = facts.text(question);
        if (content.isNull() ? !facts.isKnown(unit) : text.isEmpty()) {
            return new ReadResult.Absent();
        }
        boolean isImport = isImport(prior);
        boolean isAsBefore = text.equals(prior.text("content")) || (content.isNull() && !isImport);
        return new ReadResult.Present(new ObjectState(
                new Attributes(SCHEMA)
                        .from(prior)
                        .value(
                                "content",
                                isAsBefore ? content : text.map(Value::of).orElse(content))
                        .value("reloads", isImport ? Value.of(false) : prior.get("reloads"))
                        .value("startSeconds", isImport ? Value.of(PATIENCE) : prior.get("startSeconds"))
                        .flag("enabled", facts.isEnabled(unit))
                        .flag("active", facts.isActive(unit))
                        .text("configuration", facts.configuration(question))
                        .text("sub_state", facts.subState(unit))
                        .build(),
                request.prior().privateData()));
    }

    @Override
    protected void make(Change change) throws ProviderException {
        bring(change, Optional.ofNullable(change.desired().text("content")));
    }

    @Override
    protected void change(Change change) throws ProviderException {
        boolean isOther = change.desired().differs("content", change.before());
        bring(change, isOther ? Optional.ofNullable(change.desired().text("content")) : Optional.empty());
    }

    private static void bring(Change change, Optional<String> text) throws ProviderException {
        DesiredAttributes unit = change.desired();
        String configuration = configuration(unit);
        boolean runsWithOther = !configuration.equals(change.before().text("configuration"));
        boolean reloads = unit.isTrue("reloads") && text.isEmpty();
        String file = UnitInstaller.file(unit.required("name"));
        if (text.isPresent()) {
            change.upload(Upload.ofRoot(file, text.get()));
        }
        UnitInstaller.install(
                change,
                new UnitScripts.Start(
                        unit.required("name"),
                        Optional.ofNullable(unit.flag("enabled")),
                        unit.isTrue("active"),
                        runsWithOther ? reloads ? "reload-or-restart" : "restart" : "start",
                        configuration,
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ofSeconds(
                                Optional.ofNullable(unit.number("startSeconds")).orElse(PATIENCE))),
                unit.has("content") ? List.of(file) : List.of());
    }

    /** A unit of a package stays as it is. */
    @Override
    protected void remove(Change change) throws ProviderException {
        if (change.before().has("content")) {
            UnitScripts.remove(change, change.before().required("name"));
            UnitInstaller.forget(change, change.before().required("name"));
        }
    }
}
