package dev.corbel.providers.onprem.postgresql;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Schema;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** {@code onprem_postgresql_backup}: backups of a database by the calendar, each of which is restored to prove that it can be. */
public final class OnpremPostgresqlBackup extends HostType {
    public static final String TYPE = "onprem_postgresql_backup";
    private static final Schema SCHEMA = BackupSchema.schema();
    private static final Duration PATIENCE = Duration.ofHours(24);
    private static final int SECONDS_OF_HOUR = 3600;
    private static final String OTHER = "not as written";
    private static final List<String> OF_ANOTHER_HOST = List.of("port", "user", "password", "passwordVersion");

    /** The first backup is made at once, so that one that cannot be made, or restored, is told. */
    private static final String BRING = """
            said=$(systemd-analyze calendar -- "$schedule" 2>&1) || { printf '%s\\n' "$said" >&2; exit 1; }
            mkdir -p -- "$(dirname -- "$path")" || exit 1
            put() { printf '%s' "$1" > "$2.new" && chmod "$3" "$2.new" && sync "$2.new" && mv -T -- "$2.new" "$2"; }
            if [ -z "$password" ]; then rm -f -- "$secret"; else put "$password" "$secret" 0600 || exit 1; fi
            put "$program" "$path" 0700 && put "$service" "$unit.service" 0644 && put "$timer" "$unit.timer" 0644 || exit 1
            systemctl daemon-reload && systemctl enable --quiet --now "$(basename -- "$unit").timer" || exit 1
            systemctl restart "$(basename -- "$unit").timer"
            if ! systemctl start "$(basename -- "$unit").service" 2> /dev/null; then
                journalctl --no-pager -q -n 5 -u "$(basename -- "$unit").service" -o cat -t sh -t pg_dump -t pg_restore >&2
                exit 1
            fi
            """;

    private static final String REMOVE = """
            systemctl disable --quiet --now "$(basename -- "$unit").timer" 2> /dev/null
            systemctl stop "$(basename -- "$unit").service" 2> /dev/null
            rm -f -- "$path" "$secret" "$unit.service" "$unit.timer" || exit 1
            rm -rf -- "/var/lib/corbel/backups/$name"
            systemctl daemon-reload
            if [ "$purge" = true ]; then rm -f -- "$directory/$name-"*.dump; fi
            rmdir -- "$(dirname -- "$path")" /etc/corbel /var/lib/corbel/backups 2> /dev/null || :
            """;

    private static final String LOOK = """
            look() {
                [ -e "$3" ] || return 0
                fact "$1" program "$(cat -- "$3"; echo .)"
                fact "$1" service "$(cat -- "$4.service" 2> /dev/null; echo .)"
                fact "$1" timer "$(cat -- "$4.timer" 2> /dev/null; echo .)"
                fact "$1" active "$(systemctl is-active "${4##*/}.timer") $(systemctl is-enabled "${4##*/}.timer" 2> /dev/null)"
                [ ! -f "$5" ] || fact "$1" secret there
                fact "$1" failed "$(systemctl is-failed "${4##*/}.service")"
                for note in backup restore; do
                    if [ -r "/var/lib/corbel/backups/$2/$note" ]; then
                        IFS=' ' read -r at file stamp < "/var/lib/corbel/backups/$2/$note"
                        fact "$1" "$note at" "$at"
                        [ ! -f "$file" ] || [ "$(stat --printf %s:%.9Y -- "$file")" != "$stamp" ] || fact "$1" "$note size" "${stamp%:*}"
                    fi
                done
                fact "$1" now "$(date +%s)"
            }
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
        return new TypeGuide(
                "backups of a database of PostgreSQL, which are restored as a test", "none", "name", "points in time");
    }

    @Override
    protected String keyAttribute() {
        return "name";
    }

    @Override
    protected boolean isImportable() {
        return false;
    }

    @Override
    public List<Diagnostic> validate(MapValue configuration) {
        boolean isElsewhere = !configuration.get("host").isNull();
        List<String> wrong = OF_ANOTHER_HOST.stream()
                .filter(name -> configuration.get(name).isNull() == isElsewhere)
                .toList();
        return wrong.isEmpty()
                ? List.of()
                : List.of(
                        isElsewhere
                                ? Diagnostic.error(
                                                "A backup of another host needs " + String.join(", ", wrong),
                                                "Its server is asked as any client asks it.")
                                        .withHint("Give it a role that reads the whole database, and a line of hba.")
                                : Diagnostic.error(
                                                String.join(", ", wrong)
                                                        + " says how a server on another host is asked",
                                                "Without host the server is on this one, where no password is needed.")
                                        .withHint("Add host, or leave it out."));
    }

    @Override
    public PlannedObject plan(PlanRequest request) {
        MapValue proposed = request.proposed();
        boolean isKnown = SCHEMA.attributes().values().stream()
                .filter(attribute -> attribute.isConfigurable() && !attribute.isWriteOnly())
                .allMatch(attribute -> proposed.get(attribute.name()).isWhollyKnown());
        Value configuration = isKnown
                ? Value.of(BackupFiles.of(new DesiredAttributes(proposed)).configuration())
                : Value.unknown();
        MapValue planned = proposed.with("configuration", configuration);
        if (request.isCreation() || !configuration.equals(((MapValue) request.prior()).get("configuration"))) {
            for (String told : List.of("last_backup", "last_restore_test", "size", "proven")) {
                planned = planned.with(told, Value.unknown());
            }
        }
        return new PlannedObject(planned, Set.of());
    }

    @Override
    public String fragment(List<ReadRequest> requests) {
        StringBuilder script = new StringBuilder(LOOK);
        for (int i = 0; i < requests.size(); i++) {
            String name = requests.get(i).prior().attributes().text("name").orElseThrow();
            script.append("look ")
                    .append(i)
                    .append(' ')
                    .append(ShellText.quoteAll(List.of(
                            name, BackupFiles.path(name), BackupFiles.unit(name), BackupFiles.secretPath(name))))
                    .append('\n');
        }
        return script.toString();
    }

    @Override
    public List<ReadResult> parse(Output output, List<ReadRequest> requests) {
        Facts facts = Facts.of(output);
        List<ReadResult> results = new ArrayList<>();
        IntStream.range(0, requests.size()).forEach(i -> results.add(result(facts, i, requests.get(i))));
        return results;
    }

    private static ReadResult result(Facts facts, int number, ReadRequest request) {
        if (!facts.has(number)) {
            return new ReadResult.Absent();
        }
        MapValue prior = request.prior().attributes();
        DesiredAttributes backup = new DesiredAttributes(prior);
        BackupFiles files = BackupFiles.of(backup);
        boolean isAsWritten = isText(facts, number, "program", files.program())
                && isText(facts, number, "service", files.service())
                && isText(facts, number, "timer", files.timer())
                && facts.text(number, "secret").isEmpty() == files.secret().isEmpty()
                && facts.text(number, "active").filter("active enabled"::equals).isPresent();
        Optional<Long> restored = facts.text(number, "restore at").map(Long::valueOf);
        long oldest = Long.parseLong(facts.text(number, "now").orElseThrow())
                - (long) Objects.requireNonNull(backup.number("maximumAgeHours")) * SECONDS_OF_HOUR;
        boolean isProven = restored.filter(at -> at >= oldest).isPresent()
                && facts.text(number, "restore size").isPresent()
                && facts.text(number, "failed").filter("failed"::equals).isEmpty();
        return new ReadResult.Present(new ObjectState(
                new Attributes(SCHEMA)
                        .from(prior)
                        // One that never came to its end is made again by the next apply.
                        .text("configuration", isAsWritten && restored.isPresent() ? files.configuration() : OTHER)
                        .text("last_backup", moment(facts.text(number, "backup at")))
                        .text("last_restore_test", moment(facts.text(number, "restore at")))
                        .number(
                                "size",
                                facts.text(number, "backup size")
                                        .map(Long::valueOf)
                                        .orElse(0L))
                        .flag("proven", isProven)
                        .build(),
                request.prior().privateData()));
    }

    private static boolean isText(Facts facts, int number, String fact, String text) {
        return facts.text(number, fact).filter((text + ".")::equals).isPresent();
    }

    private static String moment(Optional<String> seconds) {
        return seconds.map(at -> Instant.ofEpochSecond(Long.parseLong(at)).toString())
                .orElse("");
    }

    @Override
    protected void make(Change change) throws ProviderException {
        change(change);
    }

    @Override
    protected void change(Change change) throws ProviderException {
        DesiredAttributes backup = change.desired();
        BackupFiles files = BackupFiles.of(backup);
        change.runLong(Script.of("Making the backup " + files.name(), BRING)
                .with("schedule", backup.required("schedule"))
                .with("path", BackupFiles.path(files.name()))
                .with("secret", BackupFiles.secretPath(files.name()))
                .with("password", backup.has("host") ? BackupFiles.secretText(backup.required("password")) : "")
                .with("unit", BackupFiles.unit(files.name()))
                .with("program", files.program())
                .with("service", files.service())
                .with("timer", files.timer())
                .within(PATIENCE)
                .under(Script.Lock.of("backup", Duration.ofMinutes(2))));
    }

    @Override
    protected void remove(Change change) throws ProviderException {
        DesiredAttributes backup = change.before();
        String name = backup.required("name");
        change.run(Script.of("Removing the backup " + name, REMOVE)
                .with("name", name)
                .with("path", BackupFiles.path(name))
                .with("secret", BackupFiles.secretPath(name))
                .with("unit", BackupFiles.unit(name))
                .with("directory", backup.required("directory"))
                .with("purge", Boolean.toString(backup.isTrue("purge"))));
    }
}
