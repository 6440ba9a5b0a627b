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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code onprem_postgresql_role}: a role of a server, which may log in or have members. */
public final class OnpremPostgresqlRole extends InServerType {
    public static final String TYPE = "onprem_postgresql_role";
    private static final Schema SCHEMA = RoleSchema.of(replaceExisting());

    private static final Map<String, String> OPTIONS = new TreeMap<>(Map.of(
            "login", "login",
            "createDatabase", "createdb",
            "createRole", "createrole",
            "replication", "replication",
            "superuser", "superuser"));

    /** Verifiers never leave the host. */
    private static final String QUESTION = """
            select coalesce(json_object_agg(r.rolname, json_build_object(
              'login', r.rolcanlogin, 'createDatabase', r.rolcreatedb, 'createRole', r.rolcreaterole,
              'replication', r.rolreplication, 'superuser', r.rolsuper, 'connectionLimit', r.rolconnlimit,
              'memberOf', (select coalesce(json_agg(g.rolname order by g.rolname), '[]')
                  from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid),
              'settings', (select coalesce(json_object_agg(split_part(c, '=', 1), substr(c, strpos(c, '=') + 1)), '{}')
                  from pg_db_role_setting s, unnest(s.setconfig) c where s.setrole = r.oid and s.setdatabase = 0),
              'verifier', coalesce(substr(encode(sha256(convert_to(r.rolpassword, 'UTF8')), 'hex'), 1, 16), ''))), '{}')
            from pg_authid r where r.rolname = any (NAMES)
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
                "a role of a server of PostgreSQL", "server/name", "server/name", "settings for one database");
    }

    @Override
    public List<Diagnostic> validate(MapValue configuration) {
        Value password = configuration.get("password");
        Value version = configuration.get("passwordVersion");
        return !password.isUnknown() && !version.isUnknown() && password.isNull() != version.isNull()
                ? List.of(Diagnostic.error(
                        "password and passwordVersion belong together",
                        "Nothing of the password is stored, so that another passwordVersion tells of another one."))
                : List.of();
    }

    @Override
    public PlannedObject plan(PlanRequest request) {
        MapValue proposed = request.proposed();
        boolean sends = request.isCreation()
                || !proposed.get("passwordVersion").equals(((MapValue) request.prior()).get("passwordVersion"));
        return new PlannedObject(sends ? proposed.with("verifier_checksum", Value.unknown()) : proposed, Set.of());
    }

    @Override
    String question(List<String> names) {
        return QUESTION.replace("NAMES", Sql.array(names));
    }

    @Override
    ReadResult found(ReadRequest request, DesiredAttributes answer, Facts facts) {
        MapValue prior = request.prior().attributes();
        String verifier = answer.required("verifier");
        Attributes attributes = new Attributes(SCHEMA).from(prior);
        OPTIONS.keySet().forEach(option -> attributes.flag(option, answer.flag(option)));
        attributes.number("connectionLimit", answer.number("connectionLimit")).text("verifier_checksum", verifier);
        if (prior.get("memberOf").unmarked().isNull()) {
            attributes.value("memberOf", Value.ofNull());
        } else {
            attributes.set("memberOf", answer.texts("memberOf"));
        }
        if (!prior.get("settings").isNull()) {
            attributes.value("settings", answer.attributes().get("settings"));
        }
        boolean isOther = prior.text("verifier_checksum")
                .filter(written -> !written.equals(verifier))
                .isPresent();
        if (isOther) {
            attributes.value("passwordVersion", Value.ofNull());
        }
        return new ReadResult.Present(
                new ObjectState(attributes.build(), request.prior().privateData()));
    }

    @Override
    protected void make(Change change) throws ProviderException {
        List<String> statements = new ArrayList<>();
        String name = change.desired().required(NAME);
        statements.add(Sql.runAll(
                "select format('create role %%I', %1$s) where not exists (select from pg_roles where rolname = %1$s)"
                        .formatted(Sql.literal(name))));
        bring(change, statements);
    }

    @Override
    protected void change(Change change) throws ProviderException {
        bring(change, new ArrayList<>());
    }

    private static void bring(Change change, List<String> statements) throws ProviderException {
        DesiredAttributes role = change.desired();
        String name = role.required(NAME);
        StringBuilder alter = new StringBuilder("alter role " + Sql.name(name));
        OPTIONS.forEach((option, word) ->
                alter.append(role.isTrue(option) ? " " : " no").append(word));
        alter.append(" connection limit ").append(role.number("connectionLimit"));
        if (role.differs("passwordVersion", change.before())) {
            String password = role.text("password");
            alter.append(" password ").append(password == null ? "null" : Sql.literal(ScramVerifier.of(password)));
        }
        statements.add(Sql.run(alter.toString()));
        if (role.has("memberOf")) {
            Set<String> groups = new TreeSet<>(role.texts("memberOf"));
            statements.add(Sql.runAll("""
                    select format('revoke %%I from %%I', g.rolname, m.rolname) from pg_auth_members a
                    join pg_roles g on g.oid = a.roleid join pg_roles m on m.oid = a.member
                    where m.rolname = %s and g.rolname <> all (%s)
                    """.formatted(Sql.literal(name), Sql.array(groups))));
            groups.forEach(group -> statements.add(Sql.run("grant " + Sql.name(group) + " to " + Sql.name(name))));
        }
        if (role.has("settings")) {
            statements.addAll(settings(name, role.map("settings")));
        }
        run(change, "Setting up the role " + name, "postgres", statements);
    }

    /** A setting that is gone from the definition is reset. */
    private static List<String> settings(String name, Map<String, String> settings) {
        List<String> statements = new ArrayList<>();
        statements.add(Sql.runAll("""
                select format('alter role %%I reset %%I', r.rolname, split_part(c, '=', 1))
                from pg_db_role_setting s join pg_roles r on r.oid = s.setrole, unnest(s.setconfig) c
                where r.rolname = %s and s.setdatabase = 0 and split_part(c, '=', 1) <> all (%s)
                """.formatted(Sql.literal(name), Sql.array(settings.keySet()))));
        settings.forEach((setting, value) -> statements.add(
                Sql.run("alter role " + Sql.name(name) + " set " + Sql.name(setting) + " = " + Sql.literal(value))));
        return statements;
    }

    /** One that owns something, or has rights in a database, is refused by the server. */
    @Override
    protected void remove(Change change) throws ProviderException {
        if (!change.ownership().existedBefore()) {
            String name = change.before().required(NAME);
            runIfThere(change, "Removing the role " + name, List.of(Sql.run("drop role if exists " + Sql.name(name))));
        }
    }
}
