package dev.corbel.providers.onprem.postgresql;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.ReadableType.ReadRequest;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.onprem.host.Facts;
import dev.corbel.providers.onprem.host.Output;
import dev.corbel.providers.onprem.host.ShellText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** What a server tells of itself, and what its files say. */
final class ServerFacts {
    /** The configuration of a server whose files differ from what it runs with, or from what was written. */
    static final String OUT_OF_DATE = "not in effect";

    private static final String ONLINE = "online";

    /** Settings count as those of our file where that was their source; a setting that is due counts as its server tells. */
    private static final String QUESTION = """
            select json_build_object(
              'identifier', (select system_identifier::text from pg_control_system()),
              'role', case when pg_is_in_recovery() then 'standby' else 'primary' end,
              'timeline', case when pg_is_in_recovery()
                  then coalesce((select received_tli from pg_stat_wal_receiver), (select timeline_id from pg_control_checkpoint()))
                  else ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::int end,
              'loaded', extract(epoch from pg_conf_load_time())::text,
              'checksums', current_setting('data_checksums')::boolean,
              'locale', (select datcollate from pg_database where datname = 'template1'),
              'pending', (select coalesce(json_agg(name order by name), '[]') from pg_settings where pending_restart),
              'elsewhere', (select coalesce(json_object_agg(lower(name), current_setting(name)), '{}') from pg_settings
                  where lower(name) = any (NAMES) and sourcefile is distinct from FILE and not pending_restart))
            """;

    private static final String FILES = """
            for file in FILES; do
                if [ -e "$file" ]; then
                    text=$(cat -- "$file"; echo .)
                    fact 0 "text $file" "${text%.}"
                    fact 0 "changed $file" "$(stat --printf %.6Z -- "$file")"
                fi
            done
            """;

    private final Schema schema;
    private final Facts facts;

    ServerFacts(Schema schema, Output output) {
        this.schema = schema;
        this.facts = Facts.of(output);
    }

    static String fragment(List<ReadRequest> requests) {
        Queries queries = new Queries();
        TreeSet<String> files = new TreeSet<>();
        for (ReadRequest request : requests) {
            DesiredAttributes server = new DesiredAttributes(request.prior().attributes());
            String name = server.required("name");
            files.add(settingsFile(name));
            files.add(hbaFile(name));
            List<String> settings = ServerFiles.of(server).names().stream()
                    .map(setting -> setting.toLowerCase(Locale.ROOT))
                    .toList();
            queries.add(
                    name,
                    name,
                    "postgres",
                    QUESTION.replace("FILE", Sql.literal(settingsFile(name))).replace("NAMES", Sql.array(settings)));
        }
        return queries.fragment() + FILES.replace("FILES", ShellText.quoteAll(files));
    }

    private static String settingsFile(String server) {
        return Cluster.of(server).folder() + "/conf.d/corbel.conf";
    }

    private static String hbaFile(String server) {
        return Cluster.of(server).folder() + "/pg_hba.conf";
    }

    ReadResult result(ReadRequest request) {
        MapValue prior = request.prior().attributes();
        String name = prior.text("name").orElseThrow();
        return switch (Queries.state(facts, name)) {
            case ABSENT -> new ReadResult.Absent();
            case DOWN -> present(request, new Attributes(schema).from(prior).text("status", "down"));
            case ONLINE ->
                Queries.answer(facts, name)
                        .map(answer -> present(request, attributes(prior, name, new DesiredAttributes(answer))))
                        .orElseGet(() -> Queries.unreadable(facts, name, name));
        };
    }

    private static ReadResult present(ReadRequest request, Attributes attributes) {
        return new ReadResult.Present(
                new ObjectState(attributes.build(), request.prior().privateData()));
    }

    private Attributes attributes(MapValue prior, String name, DesiredAttributes answer) {
        return new Attributes(schema)
                .from(prior)
                .number("port", Long.valueOf(facts.text(0, "port " + name).orElseThrow()))
                .text("dataDirectory", facts.text(0, "data " + name).orElseThrow())
                .text("locale", answer.required("locale"))
                .flag("checksums", answer.flag("checksums"))
                .value("settings", settings(prior.get("settings"), answer.block("elsewhere")))
                .text("configuration", configuration(prior, name, new BigDecimal(answer.required("loaded"))))
                .text("status", ONLINE)
                .texts("pending_restart", answer.texts("pending"))
                .text("system_identifier", answer.required("identifier"))
                .text("role", answer.required("role"))
                .number("timeline", answer.longNumber("timeline"));
    }

    /** Those of our file as they were written, in whatever unit; others as they are in effect. */
    private static Value settings(Value prior, DesiredAttributes elsewhere) {
        if (!(prior.unmarked() instanceof MapValue written)) {
            return prior;
        }
        MapValue found = written;
        for (String name : written.entries().keySet()) {
            String actual = elsewhere.text(name.toLowerCase(Locale.ROOT));
            if (actual != null) {
                found = found.with(name, Value.of(actual));
            }
        }
        return found;
    }

    private String configuration(MapValue prior, String name, BigDecimal loaded) {
        ServerFiles files = ServerFiles.of(new DesiredAttributes(prior));
        boolean isInEffect = isAsWritten(settingsFile(name), Optional.of(files.settings()), loaded)
                && isAsWritten(hbaFile(name), files.hba(), loaded);
        return isInEffect ? files.configuration() : OUT_OF_DATE;
    }

    private boolean isAsWritten(String file, Optional<String> text, BigDecimal loaded) {
        return text.isEmpty()
                || (facts.text(0, "text " + file).equals(text)
                        && new BigDecimal(facts.text(0, "changed " + file).orElseThrow()).compareTo(loaded) <= 0);
    }
}
