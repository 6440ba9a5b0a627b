package dev.corbel.providers.local.supervisor;

import dev.corbel.providers.api.json.ValueJson;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Messages between commands and the supervisor: a JSON object in a line of its own. */
public final class Message {
    public static final String TOKEN = "token";
    public static final String ACTION = "action";
    public static final String JOB = "job";
    public static final String CONTENT = "content";
    public static final String SECRETS = "secrets";

    public static final String STATUS = "status";
    public static final String BRING = "bring";
    public static final String REMOVE = "remove";

    /** Ends everything, and the supervisor; what the jobs are stays known. */
    public static final String STOP = "stop";

    public static final String FAILURE = "failure";
    public static final String LOG = "log";

    /** Says that the supervisor ends, and another one must be asked. */
    public static final String ENDING = "ending";

    private static final int LONGEST = 1_000_000;

    private Message() {}

    /** Sends a message. */
    public static void send(Socket socket, MapValue message) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((ValueJson.write(message) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Waits for a message. */
    public static MapValue receive(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        while (line.size() < LONGEST) {
            int count = in.read(part);
            if (count < 0) {
                throw new EOFException("the connection ended within a message");
            }
            line.write(part, 0, count);
            if (part[count - 1] == '\n') {
                Value value = ValueJson.read(line.toString(StandardCharsets.UTF_8));
                if (value instanceof MapValue message) {
                    return message;
                }
                break;
            }
        }
        throw new IOException("this is no message");
    }
}
