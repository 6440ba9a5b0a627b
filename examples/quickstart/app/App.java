import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A small web application: {@code java App.java}. It counts its visits in a PostgreSQL database, keeps the time of the first one in
 * a bucket, and tells which container answered. It listens on {@code PORT}; {@code DATABASE_URL}, {@code DATABASE_PASSWORD}
 * and {@code FILES} say where the database and the bucket are, {@code VERSION} which version it calls itself, and
 * {@code SCHEMA} which form its table has.
 */
final class App {
    private static final int THREADS = 16;
    private static final int PATIENCE_MILLIS = 10_000;

    private final Map<String, String> settings = System.getenv();
    private final Database database = new Database(
            URI.create(settings.get("DATABASE_URL")), settings.getOrDefault("DATABASE_PASSWORD", ""));
    private final AtomicInteger open = new AtomicInteger();

    public static void main(String[] arguments) throws Exception {
        new App().start();
    }

    private void start() throws IOException {
        migrate();
        int port = Integer.parseInt(settings.getOrDefault("PORT", "8080"));
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        System.out.println("version " + version() + " listens on port " + port);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            finishAnswers();
            server.stop(0);
            threads.shutdown();
        }));
    }

    /** Brings the tables into the form that {@code SCHEMA} says. In form 2, what worked with form 1 fails. */
    private void migrate() throws IOException {
        database.ask("create table if not exists visits (at timestamptz not null default now(), container text not null)");
        if (isRenamed()) {
            List<String> old = database.ask(
                    "select 1 from information_schema.columns where table_name = 'visits' and column_name = 'container'");
            if (!old.isEmpty()) {
                database.ask("alter table visits rename column container to answered_by");
                System.out.println("the table has form 2 now");
            }
        }
    }

    private boolean isRenamed() {
        return "2".equals(settings.get("SCHEMA"));
    }

    private void finishAnswers() {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (open.get() > 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        open.incrementAndGet();
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/" -> visit(exchange);
                case "/health" -> {
                    database.ask("select 1");
                    answer(exchange, 200, "text/plain", "ok\n");
                }
                default -> answer(exchange, 404, "text/plain", "not found\n");
            }
        } catch (IOException failure) {
            System.out.println("cannot answer: " + failure.getMessage());
            answer(exchange, 503, "text/plain", "not now\n");
        } finally {
            open.decrementAndGet();
        }
    }

    private void visit(HttpExchange exchange) throws IOException {
        List<String> counted = database.ask("insert into visits (" + (isRenamed() ? "answered_by" : "container") + ") values ('" + container().replace("'", "''")
                + "'); select count(*) from visits");
        String first = firstVisit();
        boolean isBrowser = String.join(",", exchange.getRequestHeaders().getOrDefault("Accept", List.of()))
                .contains("text/html");
        if (isBrowser) {
            answer(exchange, 200, "text/html", PAGE.formatted(
                    version(), container(), ProcessHandle.current().pid(), counted.get(0), first));
        } else {
            answer(exchange, 200, "text/plain", "version %s%ncontainer %s%nprocess %d%nvisits %s%nfirst visit %s%n".formatted(
                    version(), container(), ProcessHandle.current().pid(), counted.get(0), first));
        }
    }

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Corbel quickstart</title>
            <style>
            body { font: 1.2rem/1.6 system-ui, sans-serif; max-width: 32rem; margin: 4rem auto; padding: 0 1rem }
            dt { float: left; clear: left; width: 9rem; color: #666 } dd { margin-left: 9rem; font-weight: 600 }
            </style>
            <h1>It runs</h1>
            <dl>
            <dt>Version <dd id="version">%s
            <dt>Container <dd id="container">%s
            <dt>Process <dd id="process">%d
            <dt>Visits <dd id="visits">%s
            <dt>First visit <dd id="first">%s
            </dl>
            </html>
            """;

    private String version() {
        return settings.getOrDefault("VERSION", "1");
    }

    private String container() {
        try {
            return settings.getOrDefault("HOSTNAME", InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException nameless) {
            return "unknown";
        }
    }

    /** What the bucket's file says, which is written once. */
    private String firstVisit() throws IOException {
        URI bucket = URI.create(settings.getOrDefault("FILES", ""));
        if (!"file".equals(bucket.getScheme())) {
            return "see " + bucket;
        }
        Path file = Path.of(bucket).resolve("first-visit.txt");
        try {
            Files.writeString(file, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException present) {
            // An earlier visit was the first.
        }
        return Files.readString(file);
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** One connection to PostgreSQL, opened again when it broke. It stands for a driver, so that the example needs no library. */
    private static final class Database {
        private final URI url;
        private final String password;
        private Socket socket;
        private DataInputStream in;
        private DataOutputStream out;

        Database(URI url, String password) {
            this.url = url;
            this.password = password;
        }

        /** The first columns of what statements give. */
        synchronized List<String> ask(String statements) throws IOException {
            boolean isOld = socket != null;
            try {
                return askOnce(statements);
            } catch (IOException broken) {
                close();
                if (!isOld) {
                    throw broken;
                }
                return askOnce(statements);
            }
        }

        private List<String> askOnce(String statements) throws IOException {
            if (socket == null) {
                connect();
            }
            send('Q', text(statements));
            return readAnswer();
        }

        private void close() throws IOException {
            if (socket != null) {
                socket.close();
                socket = null;
            }
        }

        private void connect() throws IOException {
            Socket fresh = new Socket();
            fresh.connect(new InetSocketAddress(url.getHost(), url.getPort()), PATIENCE_MILLIS);
            fresh.setSoTimeout(PATIENCE_MILLIS);
            in = new DataInputStream(fresh.getInputStream());
            out = new DataOutputStream(fresh.getOutputStream());
            socket = fresh;
            byte[] parameters = text("user", url.getUserInfo(), "database", url.getPath().substring(1), "");
            out.writeInt(parameters.length + 8);
            out.writeInt(3 << 16);
            out.write(parameters);
            try {
                logIn();
            } catch (GeneralSecurityException impossible) {
                throw new IOException(impossible);
            }
            readAnswer();
        }

        /** The password goes over the wire in no form: see RFC 7677, SCRAM-SHA-256. */
        private void logIn() throws IOException, GeneralSecurityException {
            String first = "n=,r=" + UUID.randomUUID();
            readAuthentication();
            byte[] hello = ("n,," + first).getBytes(StandardCharsets.UTF_8);
            send('p', text("SCRAM-SHA-256"), ByteBuffer.allocate(4).putInt(hello.length).array(), hello);
            String challenge = readAuthentication();
            Map<String, String> fields = Stream.of(challenge.split(","))
                    .collect(Collectors.toMap(field -> field.substring(0, 1), field -> field.substring(2)));
            byte[] salt = Base64.getDecoder().decode(fields.get("s"));
            byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, Integer.parseInt(fields.get("i")), 256))
                    .getEncoded();
            byte[] proof = sign(salted, "Client Key");
            String last = "c=biws,r=" + fields.get("r");
            byte[] stored = MessageDigest.getInstance("SHA-256").digest(proof);
            byte[] signature = sign(stored, first + "," + challenge + "," + last);
            for (int i = 0; i < proof.length; i++) {
                proof[i] ^= signature[i];
            }
            send('p', (last + ",p=" + Base64.getEncoder().encodeToString(proof)).getBytes(StandardCharsets.UTF_8));
            readAuthentication();
        }

        private static byte[] sign(byte[] key, String message) throws GeneralSecurityException {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        }

        private String readAuthentication() throws IOException {
            int kind = in.readUnsignedByte();
            byte[] content = in.readNBytes(in.readInt() - 4);
            if (kind != 'R') {
                throw new IOException("the database says " + new String(content, StandardCharsets.UTF_8).replace('\0', ' '));
            }
            return new String(content, 4, content.length - 4, StandardCharsets.UTF_8);
        }

        private List<String> readAnswer() throws IOException {
            List<String> rows = new ArrayList<>();
            String error = null;
            while (true) {
                int kind = in.readUnsignedByte();
                ByteBuffer content = ByteBuffer.wrap(in.readNBytes(in.readInt() - 4));
                if (kind == 'D') {
                    content.getShort();
                    byte[] column = new byte[Math.max(0, content.getInt())];
                    content.get(column);
                    rows.add(new String(column, StandardCharsets.UTF_8));
                } else if (kind == 'E') {
                    error = new String(content.array(), StandardCharsets.UTF_8).replace('\0', ' ');
                } else if (kind == 'Z') {
                    if (error != null) {
                        throw new IOException("the database says " + error);
                    }
                    return rows;
                }
            }
        }

        private void send(char kind, byte[]... parts) throws IOException {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            for (byte[] part : parts) {
                content.write(part);
            }
            out.write(kind);
            out.writeInt(content.size() + 4);
            out.write(content.toByteArray());
            out.flush();
        }

        private static byte[] text(String... texts) {
            return Stream.of(texts).map(text -> text + "\0").collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8);
        }
    }
}
