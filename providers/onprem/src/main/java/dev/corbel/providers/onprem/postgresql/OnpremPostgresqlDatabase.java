package dev.corbel.providers.onprem.postgresql;

import dev.corbel.providers.api.ObjectState;
import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.ReadResult;
import dev.corbel.providers.api.TypeGuide;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.schema.Schema;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.kit.attribute.Attributes;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import dev.corbel.providers.onprem.host.Change;
import dev.corbel.providers.onprem.host.Facts;
import dev.corbel.providers.onprem.host.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code onprem_postgresql_database}: a database of a server, with those who may connect to it. */
public final class OnpremPostgresqlDatabase extends InServerType {
    public static final String TYPE = "onprem_postgresql_database";
    private static final Schema SCHEMA = DatabaseSchema.of(replaceExisting());
    private static final Duration DUMP = Duration.ofHours(12);

    private static final String QUESTION = """
            select coalesce(json_object_agg(d.datname, json_build_object(
              'owner', pg_get_userbyid(d.datdba), 'encoding', pg_encoding_to_char(d.encoding), 'locale', d.datcollate,
              'connectionLimit', d.datconnlimit,
              'users', (select coalesce(json_agg(case a.grantee when 0 then 'public' else pg_get_userbyid(a.grantee) end), '[]')
                  from aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
                  where a.privilege_type = 'CONNECT' and a.grantee <> d.datdba))), '{}')
            from pg_database d where d.datname = any (NAMES)
            """;

    private static final String EXTENSIONS =
            "select json_build_object('extensions', json_agg(extname)) from pg_extension";

    private static final String CREATE = """
            select 'create database ' || %s where not exists (select from pg_database where datname = %s)
            """;

    private static final String TAKE_FROM_OTHERS = """
            select format('revoke all on database %%I from %%s', d.datname,
              case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end)
            from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
            where d.datname = %s and a.grantee <> d.datdba
              and case a.grantee when 0 then 'public' else pg_get_userbyid(a.grantee)::text end <> all (%s)
            group by d.datname, a.grantee
            """;

    /** Before version 15, anybody may make tables in it, and the owner of the database does not own it. */
    private static final String OWN_SCHEMA = """
            select format(c, pg_get_userbyid(d.datdba)) from pg_database d, unnest(ARRAY[
              'alter schema public owner to %I', 'revoke create on schema public from public']) c
            where d.datname = current_database() and current_setting('server_version_num')::int < 150000
              and exists (select from pg_namespace where nspname = 'public')
            """;

    /** Nobody writes between the dump and the end. */
    private static final String REMOVE = Cluster.FIND + """
            [ -e "$conf/postgresql.conf" ] || exit 0
            """ + Cluster.FIND_RUNNING + """
            [ "$(printf '%s\\n' "$exists" | sql)" = t ] || exit 0
            printf '%s\\n' "$close" | sql > /dev/null || exit 1
            if [ "$dump" = true ]; then
                mkdir -p -m 0755 /var/backups && mkdir -p -m 0700 /var/backups/corbel || exit 1
                file=/var/backups/corbel/postgresql-$version-$cluster-$database-$(date -u +%Y%m%dT%H%M%SZ).dump
                runuser -u postgres -- "$bin/pg_dump" -h "$socket" -p "$port" --format=custom -- "$database" > "$file.part" || {
                    rm -f -- "$file.part"
                    exit 1
                }
                sync "$file.part" && mv -T -- "$file.part" "$file" || exit 1
            fi
            printf '%s\\n' "$drop" | sql > /dev/null
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
                "a database of a server of PostgreSQL", "none", "server/name", "rights on tables and schemas");
    }

    @Override
    protected boolean isImportable() {
        return false;
    }

    @Override
    String question(List<String> names) {
        return QUESTION.replace("NAMES", Sql.array(names));
    }

    @Override
    void ask(Queries queries, ReadRequest request) {
        if (!request.prior().attributes().get("extensions").isNull()) {
            queries.add(id(request), server(request), objectName(request), EXTENSIONS);
        }
    }

    private static String id(ReadRequest request) {
        return server(request) + "/" + objectName(request);
    }

    @Override
    ReadResult found(ReadRequest request, DesiredAttributes answer, Facts facts) {
        MapValue prior = request.prior().attributes();
        Attributes attributes = new Attributes(SCHEMA)
                .from(prior)
                .text("owner", answer.text("owner"))
                .text("encoding", answer.text("encoding"))
                .text("locale", answer.text("locale"))
                .number("connectionLimit", answer.number("connectionLimit"))
                .set("users", answer.texts("users"));
        if (!prior.get("extensions").isNull()) {
            Optional<MapValue> inside = Queries.answer(facts, id(request));
            if (inside.isEmpty()) {
                return Queries.unreadable(facts, id(request), server(request));
            }
            Set<String> installed = new TreeSet<>(new DesiredAttributes(inside.get()).texts("extensions"));
            installed.retainAll(new DesiredAttributes(prior).texts("extensions"));
            attributes.set("extensions", installed);
        }
        return new ReadResult.Present(
                new ObjectState(attributes.build(), request.prior().privateData()));
    }

    @Override
    protected void make(Change change) throws ProviderException {
        DesiredAttributes database = change.desired();
        String name = database.required(NAME);
        String locale = database.text("locale");
        String owner = database.text("owner");
        String options = Sql.name(name) + " template template0 encoding " + Sql.literal(database.required("encoding"))
                + (locale == null ? "" : " locale " + Sql.literal(locale))
                + (owner == null ? "" : " owner " + Sql.name(owner));
        bring(change, List.of(Sql.runAll(CREATE.formatted(Sql.literal(options), Sql.literal(name)))));
    }

    @Override
    protected void change(Change change) throws ProviderException {
        bring(change, List.of());
    }

    private static void bring(Change change, List<String> first) throws ProviderException {
        DesiredAttributes database = change.desired();
        String name = database.required(NAME);
        String owner = database.text("owner");
        Set<String> users = new TreeSet<>(database.texts("users"));
        List<String> statements = new ArrayList<>(first);
        if (owner != null) {
            statements.add(Sql.run("alter database " + Sql.name(name) + " owner to " + Sql.name(owner)));
        }
        statements.add(Sql.run(
                "alter database " + Sql.name(name) + " connection limit " + database.number("connectionLimit")));
        statements.add(Sql.runAll(TAKE_FROM_OTHERS.formatted(Sql.literal(name), Sql.array(users))));
        users.forEach(user -> statements.add(Sql.run("grant connect, temporary on database " + Sql.name(name) + " to "
                + (user.equals("public") ? user : Sql.name(user)))));
        run(change, "Setting up the database " + name, "postgres", statements);

        List<String> inside = new ArrayList<>();
        inside.add(Sql.runAll(OWN_SCHEMA));
        new TreeSet<>(database.texts("extensions"))
                .forEach(extension -> inside.add(Sql.run("create extension if not exists " + Sql.name(extension))));
        Set<String> dropped = new TreeSet<>(change.before().texts("extensions"));
        dropped.removeAll(database.texts("extensions"));
        dropped.forEach(extension -> inside.add(Sql.run("drop extension if exists " + Sql.name(extension))));
        run(change, "Setting up what is in the database " + name, name, inside);
    }

    /** A database that was there before stays. */
    @Override
    protected void remove(Change change) throws ProviderException {
        if (change.ownership().existedBefore()) {
            return;
        }
        DesiredAttributes database = change.before();
        String name = database.required(NAME);
        if (database.isTrue("deletionProtection")) {
            throw new ProviderException(Diagnostic.error(
                            "The database " + name + " is protected against deletion", "Its data would go with it.")
                    .withHint("Apply deletionProtection = false first.")
                    .at(change.address()));
        }
        change.runLong(Cluster.of(database.required(SERVER))
                .in(Script.of("Removing the database " + name, REMOVE))
                .with("database", name)
                .with("exists", "select exists (select from pg_database where datname = " + Sql.literal(name) + ")")
                .with(
                        "close",
                        Sql.run("alter database " + Sql.name(name) + " connection limit 0")
                                + Sql.run("select pg_terminate_backend(pid) from pg_stat_activity where datname = "
                                        + Sql.literal(name)))
                .with("dump", Boolean.toString(database.isTrue("finalBackup")))
                .with("drop", Sql.run("drop database " + Sql.name(name)))
                .within(DUMP)
                .under(ServerScripts.LOCK));
    }
}
