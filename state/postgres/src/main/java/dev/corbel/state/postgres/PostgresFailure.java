package dev.corbel.state.postgres;

import dev.corbel.state.remote.RemoteFailureException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Objects;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The problem of the server or the driver, as people read it. */
final class PostgresFailure {
    private static final String PASSWORD = "The password comes from the environment variable that passwordVariable"
            + " names, else from PGPASSWORD, else from ~/.pgpass or the file that PGPASSFILE names.";

    private final PostgresSettings settings;
    private final String place;

    PostgresFailure(PostgresSettings settings, String place) {
        this.settings = settings;
        this.place = place;
    }

    /** There is no such table, or not even its schema. */
    static boolean saysThatTheTableIsMissing(SQLException failure) {
        return is(failure, "42P01") || isMissingSchema(failure);
    }

    static boolean isMissingSchema(SQLException failure) {
        return is(failure, "3F000");
    }

    /** Somebody else made the same thing at the same time. */
    static boolean isThereAlready(SQLException failure) {
        return is(failure, "23505") || is(failure, "42P06") || is(failure, "42P07") || is(failure, "42710");
    }

    private static boolean is(SQLException failure, String state) {
        return state.equals(failure.getSQLState());
    }

    /** @param what was tried, such as {@code read head.json} */
    IOException of(String what, SQLException failure) {
        String message = "Cannot " + what + " in " + place + ": " + words(failure);
        String hint = hint(failure);
        return hint.isEmpty() ? new IOException(message, failure) : new RemoteFailureException(message, hint, failure);
    }

    private String hint(SQLException failure) {
        return switch (String.valueOf(failure.getSQLState())) {
            case "08001" -> "Start the server, or name another one in the state block.";
            case "08004" ->
                words(failure).contains("SSL")
                        ? "Encrypt the connections to this server, or set sslMode = 'disable' where nobody can listen."
                        : PASSWORD;
            case "28P01", "28000" -> PASSWORD;
            case "3D000" -> "Create it, or name another one in the state block.";
            case "42501" ->
                "Have the table made, and give rights on it to the user \"" + settings.user()
                        + "\": docs/state.md has the statements.";
            case "25006" -> "This server only reads, as a standby does. Name the one that writes.";
            case Connector.NOT_DURABLE ->
                "Set it for the user: alter role \"" + settings.user() + "\" set synchronous_commit = on.";
            default -> "";
        };
    }

    private static String words(SQLException failure) {
        String text = failure instanceof PSQLException said ? words(said) : String.valueOf(failure.getMessage());
        String reason = "";
        if (failure.getCause() instanceof UnknownHostException unknown) {
            reason = " The host " + unknown.getMessage() + " is unknown";
        } else if (failure.getCause() instanceof IOException broken && !(broken instanceof ConnectException)) {
            reason = " " + Objects.requireNonNullElse(broken.getMessage(), "The connection broke");
        }
        return withoutStop(text.lines().findFirst().orElse("") + reason);
    }

    /** The server's alone, where it is the server that speaks. */
    private static String words(PSQLException said) {
        ServerErrorMessage message = said.getServerErrorMessage();
        return String.valueOf(message == null ? said.getMessage() : message.getMessage());
    }

    private static String withoutStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
