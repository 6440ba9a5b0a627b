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
import dev.corbel.providers.onprem.host.Body;
import dev.corbel.providers.onprem.host.Change;
import dev.corbel.providers.onprem.host.Facts;
import dev.corbel.providers.onprem.host.HostType;
import dev.corbel.providers.onprem.host.Output;
import dev.corbel.providers.onprem.host.Script;
import dev.corbel.providers.onprem.host.Upload;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code onprem_cron_timer}: a program that runs by the calendar, as a timer of systemd and the service that it starts. */
public final class OnpremCronTimer extends HostType {
    public static final String TYPE = "onprem_cron_timer";

    private static final Schema SCHEMA = Schema.builder()
            .attribute(Attribute.required("name", Type.STRING)
                    .immutable()
                    .validatedBy(Validation.matching("[a-z0-9][a-z0-9_-]*", "a name of small letters, digits, - and _"))
                    .describedAs("The name of the timer and of its service."))
            .attribute(Attribute.required("command", Type.list(Type.STRING))
                    .describedAs("The program by its absolute path, and its arguments."))
            .attribute(Attribute.required("schedule", Type.STRING)
                    .validatedBy(Validation.matching("[!-~]+( [!-~]+)*", "a time such as 'Mon..Fri 03:00' or 'hourly'"))
                    .describedAs("When it runs, as `OnCalendar` of systemd.time(7): `daily`, `Mon..Fri 03:00`,"
                            + " `*-*-* 04:30 Europe/Berlin`."))
            .attribute(Attribute.optional("catchUp", Type.BOOLEAN)
                    .defaultsTo(Value.of(false))
                    .describedAs(
                            "Whether it runs after a start of the host where its time was while the host was off."))
            .attribute(Attribute.optional("user", Type.STRING)
                    .describedAs("The user that it runs as. Left out, one that is there while it runs."))
            .attribute(Attribute.optional("workingDirectory", Type.STRING)
                    .describedAs("The folder that it runs in. Left out, one of its own under /var/lib."))
            .attribute(Attribute.optional("environment", Type.map(Type.STRING))
                    .describedAs("Variables, in a file that root alone may read."))
            .attribute(Attribute.optional("readWritePaths", Type.list(Type.STRING))
                    .describedAs("Folders that it may write to, beside its own under /var/lib."))
            .attribute(Attribute.optional("memory", Type.NUMBER)
                    .validatedBy(Validation.between(1_048_576, Long.MAX_VALUE))
                    .describedAs("The most memory in bytes; a program that takes more is ended."))
            .attribute(Attribute.optional("cpu", Type.NUMBER).describedAs("The most processors, such as 0.5."))
            .attribute(Attribute.computed("configuration", Type.STRING)
                    .describedAs("A text for the settings that it runs with."))
            .attribute(Attribute.computed("last_run", Type.STRING)
                    .changingByItself()
                    .describedAs("When it was started last since the host's own start; empty where it was not yet."))
            .attribute(Attribute.computed("next_run", Type.STRING)
                    .changingByItself()
                    .describedAs("When it is started next; empty where it never is."))
            .attribute(replaceExisting())
            .build();

    /** Another unit of the same name, such as a package's, would be hidden by the service. */
    private static final String CHECK = """
            for folder in /lib/systemd/system /usr/lib/systemd/system /run/systemd/system; do
                for unit in "$name.timer" "$name.service"; do
                    [ ! -e "$folder/$unit" ] || { echo "there is a $folder/$unit already" >&2; exit 1; }
                done
            done
            mkdir -p -m 0700 /etc/corbel/services
            """;

    private static final String BRING = """
            systemctl daemon-reload && systemctl enable --quiet -- "$timer" && systemctl restart -- "$timer" || exit 1
            systemctl is-active --quiet -- "$timer" || { systemctl status --no-pager -n 5 -- "$timer" >&2; exit 1; }
            """;

    private static final String REMOVE_FILES = """
            rmdir FOLDER /etc/corbel 2> /dev/null
            rm -rf -- "/var/lib/systemd/timers/stamp-$name.timer"
            """.replace("FOLDER", ServiceText.FOLDER);

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
        return new TypeGuide("a program that runs by the calendar, as a timer of systemd", "none", "name", "");
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
        boolean isKnown = SCHEMA.attributes().values().stream()
                .filter(Attribute::isConfigurable)
                .allMatch(attribute -> proposed.get(attribute.name()).isWhollyKnown());
        Value configuration = isKnown ? Value.of(configuration(new DesiredAttributes(proposed))) : Value.unknown();
        boolean moves =
                request.isCreation() || !configuration.equals(((MapValue) request.prior()).get("configuration"));
        MapValue planned = proposed.with("configuration", configuration);
        return new PlannedObject(
                moves ? planned.with("last_run", Value.unknown()).with("next_run", Value.unknown()) : planned,
                Set.of());
    }

    private static String configuration(DesiredAttributes timer) {
        ServiceText service = new ServiceText(timer);
        return Configuration.of(text(timer) + service.oneshot(), service.revisions());
    }

    private static String text(DesiredAttributes timer) {
        return """
                # Made by Corbel; a change by hand is put back.
                [Unit]
                Description=Starts %s by the calendar

                [Timer]
                OnCalendar=%s
                AccuracySec=1s
                Persistent=%s

                [Install]
                WantedBy=timers.target
                """.formatted(
                        timer.required("name"),
                        timer.required("schedule").replace("%", "%%"),
                        timer.isTrue("catchUp") ? "yes" : "no");
    }

    private static String unit(DesiredAttributes timer) {
        return timer.required("name") + ".timer";
    }

    private static UnitFacts.Question timer(DesiredAttributes timer) {
        return UnitFacts.Question.of(unit(timer), List.of());
    }

    private static UnitFacts.Question service(DesiredAttributes timer) {
        ServiceText text = new ServiceText(timer);
        return UnitFacts.Question.of(ServiceText.unit(text.name()), text.revisions());
    }

    @Override
    public String fragment(List<ReadRequest> requests) {
        return UnitFacts.fragment(requests.stream()
                .map(request -> new DesiredAttributes(request.prior().attributes()))
                .flatMap(timer -> Stream.of(timer(timer), service(timer)))
                .toList());
    }

    @Override
    public List<ReadResult> parse(Output output, List<ReadRequest> requests) {
        UnitFacts facts = new UnitFacts(Facts.of(output));
        return requests.stream().map(request -> result(facts, request)).toList();
    }

    private static ReadResult result(UnitFacts facts, ReadRequest request) {
        MapValue attributes = request.prior().attributes();
        DesiredAttributes prior = new DesiredAttributes(attributes);
        UnitFacts.Question timer = timer(prior);
        Optional<String> found = facts.text(timer);
        if (found.isEmpty()) {
            return new ReadResult.Absent();
        }
        return new ReadResult.Present(new ObjectState(
                new Attributes(SCHEMA)
                        .from(attributes)
                        .value("schedule", schedule(found.get(), attributes.get("schedule")))
                        .text("configuration", isAsWritten(facts, prior) ? configuration(prior) : Configuration.DUE)
                        .text("last_run", text(facts.started(service(prior).unit())))
                        .text("next_run", text(facts.nextRun(timer.unit())))
                        .build(),
                request.prior().privateData()));
    }

    private static boolean isAsWritten(UnitFacts facts, DesiredAttributes prior) {
        ServiceText text = new ServiceText(prior);
        UnitFacts.Question timer = timer(prior);
        UnitFacts.Question service = service(prior);
        return facts.text(timer).equals(Optional.of(text(prior)))
                && facts.text(service).equals(Optional.of(text.oneshot()))
                && facts.hasSum(text.variablesFile(), Body.of(text.variables()).sha256())
                && facts.isEnabled(timer.unit())
                && facts.isActive(timer.unit())
                && facts.isLoadedAsWritten(timer.unit())
                && facts.isLoadedAsWritten(service.unit());
    }

    /** The schedule that the timer has now; as before where there is none. */
    private static Value schedule(String text, Value before) {
        return text.lines()
                .filter(line -> line.startsWith("OnCalendar="))
                .map(line -> Value.of(line.substring("OnCalendar=".length()).replace("%%", "%")))
                .findFirst()
                .orElse(before);
    }

    private static String text(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse("");
    }

    @Override
    protected void make(Change change) throws ProviderException {
        bring(change);
    }

    @Override
    protected void change(Change change) throws ProviderException {
        bring(change);
    }

    private static void bring(Change change) throws ProviderException {
        DesiredAttributes timer = change.desired();
        ServiceText service = new ServiceText(timer);
        requireSchedule(change);
        change.run(Script.of("Looking for other units called " + service.name(), CHECK)
                .with("name", service.name()));
        change.upload(
                Upload.ofRoot(service.variablesFile(), service.variables()).mode("0600"));
        change.upload(Upload.ofRoot(UnitInstaller.file(ServiceText.unit(service.name())), service.oneshot()));
        change.upload(Upload.ofRoot(UnitInstaller.file(unit(timer)), text(timer)));
        change.run(Script.of("Starting " + unit(timer), BRING).with("timer", unit(timer)));
    }

    /** Lets the host's own systemd judge the schedule, before anything is written. */
    private static void requireSchedule(Change change) throws ProviderException {
        String schedule = change.desired().required("schedule");
        Output output = change.host()
                .ask(Script.of("Checking the schedule", "systemd-analyze calendar \"$schedule\" > /dev/null")
                        .with("schedule", schedule));
        if (!output.succeeded()) {
            throw new ProviderException(Diagnostic.error(
                            "%s does not know the schedule \"%s\""
                                    .formatted(change.host().name(), schedule),
                            output.err().strip())
                    .withHint("Write it as systemd.time(7) says, such as 'daily' or 'Mon..Fri 03:00'."));
        }
    }

    /** A run that goes on is ended. What it stored stays. */
    @Override
    protected void remove(Change change) throws ProviderException {
        DesiredAttributes timer = change.before();
        ServiceText service = new ServiceText(timer);
        UnitScripts.remove(change, unit(timer));
        UnitScripts.remove(change, ServiceText.unit(service.name()));
        change.putBack(service.variablesFile());
        change.run(Script.of("Removing the files of " + service.name(), REMOVE_FILES)
                .with("name", service.name()));
    }
}
