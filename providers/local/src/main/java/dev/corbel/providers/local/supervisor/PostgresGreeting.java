package dev.corbel.providers.local.supervisor;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The first message of PostgreSQL's protocol, as any client sends it. A server that starts, or replays its log, listens already,
 * and answers it with an error.
 */
final class PostgresGreeting {
    private static final int VERSION = 3 << 16;
    private static final int ASKS_FOR_PASSWORD = 'R';

    private PostgresGreeting() {}

    /** Tells whether a server takes clients: it asks this one for its password. */
    static boolean isAnswered(Socket socket, String user) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (String text : new String[] {"user", user, "database", "postgres", ""}) {
            content.write(text.getBytes(StandardCharsets.UTF_8));
            content.write(0);
        }
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(message);
        data.writeInt(content.size() + 2 * Integer.BYTES);
        data.writeInt(VERSION);
        content.writeTo(data);
        socket.getOutputStream().write(message.toByteArray());
        return socket.getInputStream().read() == ASKS_FOR_PASSWORD;
    }
}
