package dev.corbel.state.postgres;

import dev.corbel.state.remote.ObjectStore;
import dev.corbel.state.remote.RemoteConflictException;
import dev.corbel.state.remote.RemoteObject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The objects of an environment as rows of a table. Each call is one statement. A write gets a version that nobody else
 * uses, so that one whose answer was lost is repeated, and known again where it happened before.
 */
final class PostgresObjects implements ObjectStore {
    private final Sql sql;
    private final ObjectTable table;
    private final PostgresFailure failure;
    private final String description;

    PostgresObjects(PostgresSettings settings, String environment, Sql sql) {
        this.sql = sql;
        this.table = new ObjectTable(settings.schema(), environment);
        this.description = settings.address().shown() + ", schema \"" + settings.schema() + "\", environment \""
                + environment + "\"";
        this.failure = new PostgresFailure(settings, description);
    }

    /** Connects when it is first used. */
    static PostgresObjects connect(PostgresSettings settings, String environment) {
        return new PostgresObjects(settings, environment, new PinnedConnection(new Connector(settings)::open));
    }

    @Override
    public Optional<RemoteObject> get(String name) throws IOException {
        return run("read " + name, table.get(name), Optional.empty());
    }

    @Override
    public String create(String name, byte[] data) throws IOException {
        String version = UUID.randomUUID().toString();
        String what = "create " + name;
        Sql.Statement<Boolean> insert = table.insert(name, data, version);
        try {
            return written(what, name, version, sql.run(insert));
        } catch (SQLException problem) {
            if (!PostgresFailure.saysThatTheTableIsMissing(problem)) {
                throw failure.of(what, problem);
            }
        }
        makeTable();
        return written(what, name, version, run(what, insert));
    }

    @Override
    public String replace(String name, byte[] data, String version) throws IOException {
        String next = UUID.randomUUID().toString();
        String what = "replace " + name;
        return written(what, name, next, run(what, table.update(name, data, version, next), false));
    }

    /** Looks again where nothing was written: an earlier try may have done it whose answer was lost. */
    private String written(String what, String name, String version, boolean written) throws IOException {
        if (written || run(what, table.hasVersion(name, version), false)) {
            return version;
        }
        throw new RemoteConflictException(
                "Cannot " + what + " in " + description + ": somebody else wrote it in the meantime");
    }

    @Override
    public List<String> list(String prefix) throws IOException {
        return run("list " + prefix, table.names(prefix), List.of());
    }

    @Override
    public void delete(Collection<String> names) throws IOException {
        if (!names.isEmpty()) {
            run("delete objects", table.delete(names), 0);
        }
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public void close() {
        sql.close();
    }

    private void makeTable() throws IOException {
        try {
            make(table.createTable());
        } catch (SQLException problem) {
            if (!PostgresFailure.isMissingSchema(problem)) {
                throw failure.of("create the table", problem);
            }
            makeSchema();
        }
    }

    private void makeSchema() throws IOException {
        try {
            make(table.createSchema());
        } catch (SQLException problem) {
            throw failure.of("create the schema", problem);
        }
        try {
            make(table.createTable());
        } catch (SQLException problem) {
            throw failure.of("create the table", problem);
        }
    }

    private void make(Sql.Statement<Boolean> statement) throws SQLException {
        try {
            sql.run(statement);
        } catch (SQLException problem) {
            if (!PostgresFailure.isThereAlready(problem)) {
                throw problem;
            }
        }
    }

    private <T> T run(String what, Sql.Statement<T> statement) throws IOException {
        try {
            return sql.run(statement);
        } catch (SQLException problem) {
            throw failure.of(what, problem);
        }
    }

    /** @param otherwise what there is where no table is */
    private <T> T run(String what, Sql.Statement<T> statement, T otherwise) throws IOException {
        try {
            return sql.run(statement);
        } catch (SQLException problem) {
            if (PostgresFailure.saysThatTheTableIsMissing(problem)) {
                return otherwise;
            }
            throw failure.of(what, problem);
        }
    }
}
