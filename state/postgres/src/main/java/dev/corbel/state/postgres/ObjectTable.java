package dev.corbel.state.postgres;

import dev.corbel.state.remote.RemoteObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The statements about the one table, for one environment. */
final class ObjectTable {
    private static final String NAME = "objects";

    private final String schema;
    private final String table;
    private final String environment;

    ObjectTable(String schema, String environment) {
        this.schema = quoted(schema);
        this.table = this.schema + "." + NAME;
        this.environment = environment;
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    Sql.Statement<Optional<RemoteObject>> get(String name) {
        return connection -> {
            try (PreparedStatement select = prepare(
                            connection,
                            "select data, version from " + table + " where environment = ? and name = ?",
                            name);
                    ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new RemoteObject(row.getBytes("data"), row.getString("version")))
                        : Optional.empty();
            }
        };
    }

    Sql.Statement<Boolean> hasVersion(String name, String version) {
        return connection -> {
            try (PreparedStatement select = prepare(
                    connection,
                    "select 1 from " + table + " where environment = ? and name = ? and version = ?",
                    name)) {
                select.setString(3, version);
                try (ResultSet row = select.executeQuery()) {
                    return row.next();
                }
            }
        };
    }

    /** Tells whether the object was written. */
    Sql.Statement<Boolean> insert(String name, byte[] data, String version) {
        return connection -> {
            try (PreparedStatement insert = prepare(
                    connection,
                    "insert into " + table + " (environment, name, version, data) values (?, ?, ?, ?)"
                            + " on conflict do nothing",
                    name)) {
                insert.setString(3, version);
                insert.setBytes(4, data);
                return insert.executeUpdate() == 1;
            }
        };
    }

    /** Tells whether the object was written. */
    Sql.Statement<Boolean> update(String name, byte[] data, String version, String next) {
        return connection -> {
            try (PreparedStatement update = connection.prepareStatement("update " + table
                    + " set version = ?, data = ? where environment = ? and name = ? and version = ?")) {
                update.setString(1, next);
                update.setBytes(2, data);
                update.setString(3, environment);
                update.setString(4, name);
                update.setString(5, version);
                return update.executeUpdate() == 1;
            }
        };
    }

    Sql.Statement<List<String>> names(String prefix) {
        return connection -> {
            try (PreparedStatement select = prepare(
                            connection,
                            "select name from " + table + " where environment = ? and starts_with(name, ?)"
                                    + " order by name collate \"C\"",
                            prefix);
                    ResultSet rows = select.executeQuery()) {
                List<String> names = new ArrayList<>();
                while (rows.next()) {
                    names.add(rows.getString("name"));
                }
                return List.copyOf(names);
            }
        };
    }

    Sql.Statement<Integer> delete(Collection<String> names) {
        return connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from " + table + " where environment = ? and name = any (?)")) {
                delete.setString(1, environment);
                delete.setArray(2, connection.createArrayOf("text", names.toArray()));
                return delete.executeUpdate();
            }
        };
    }

    Sql.Statement<Boolean> createSchema() {
        return connection -> execute(connection, "create schema if not exists " + schema);
    }

    Sql.Statement<Boolean> createTable() {
        return connection -> execute(
                connection,
                "create table if not exists " + table
                        + " (environment text collate \"C\" not null, name text collate \"C\" not null,"
                        + " version text not null, data bytea not null, primary key (environment, name))");
    }

    private static boolean execute(Connection connection, String text) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            return statement.execute();
        }
    }

    private PreparedStatement prepare(Connection connection, String text, String name) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        statement.setString(1, environment);
        statement.setString(2, name);
        return statement;
    }
}
