package dev.corbel.providers.local.supervisor;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

/** Answers commands that know the token, on the loopback interface. */
final class CommandServer implements AutoCloseable {
    private static final MapValue ENDING = new MapValue(Map.of(Message.ENDING, Value.of(true)));
    private static final int PATIENCE_MILLIS = 10_000;

    private final ServerSocket socket;
    private final String token;
    private final Supervisor supervisor;
    private final Journal journal;
    private final Runnable end;

    /**
     * A server that listens already.
     *
     * @param end is run once nothing is left
     */
    CommandServer(String token, Supervisor supervisor, Journal journal, Runnable end) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.token = token;
        this.supervisor = supervisor;
        this.journal = journal;
        this.end = end;
    }

    int port() {
        return socket.getLocalPort();
    }

    void start() {
        thread("commands", this::serve);
    }

    private static void thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                thread("command", () -> handle(connection));
            } catch (IOException failure) {
                if (!socket.isClosed()) {
                    journal.note("commands: " + failure);
                }
            }
        }
    }

    private void handle(Socket connection) {
        boolean isEmpty = false;
        try (connection) {
            connection.setSoTimeout(PATIENCE_MILLIS);
            MapValue message = Message.receive(connection);
            if (isTrusted(message)) {
                MapValue answer = answer(message);
                Message.send(connection, answer);
                isEmpty = answer.equals(ENDING) && !message.text(Message.ACTION).equals(Optional.of(Message.BRING));
            }
        } catch (IOException failure) {
            journal.note("command: " + failure);
        }
        if (isEmpty) {
            end.run();
        }
    }

    private boolean isTrusted(MapValue message) {
        String said = message.text(Message.TOKEN).orElse("");
        return MessageDigest.isEqual(said.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private MapValue answer(MapValue message) {
        DesiredAttributes fields = new DesiredAttributes(message);
        try {
            return switch (fields.required(Message.ACTION)) {
                case Message.STATUS -> supervisor.status();
                case Message.BRING ->
                    supervisor.bring(
                            JobName.parse(fields.required(Message.JOB)),
                            new Job(fields.block(Message.CONTENT).attributes()),
                            fields.has(Message.SECRETS)
                                    ? Optional.of(fields.block(Message.SECRETS).attributes())
                                    : Optional.empty());
                case Message.REMOVE -> {
                    supervisor.remove(JobName.parse(fields.required(Message.JOB)));
                    yield supervisor.endsIfEmpty() ? ENDING : MapValue.EMPTY;
                }
                case Message.STOP -> {
                    supervisor.endAll();
                    yield ENDING;
                }
                default -> failure("the supervisor does not know this command", Value.list());
            };
        } catch (JobFailure failure) {
            return failure(
                    String.valueOf(failure.getMessage()),
                    Value.list(failure.log().stream().map(Value::of).toList()));
        } catch (Supervisor.EndingException ending) {
            return ENDING;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return failure("the supervisor ends", Value.list());
        } catch (IOException | RuntimeException failure) {
            journal.note("command: " + failure);
            return failure(failure.toString(), Value.list());
        }
    }

    private static MapValue failure(String text, Value log) {
        return new MapValue(Map.of(Message.FAILURE, Value.of(text), Message.LOG, log));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
