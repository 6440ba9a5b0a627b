package dev.corbel.emulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An {@code azurite-blob} on a free port of the loopback interface, started by {@code emulators/azurite}. Closing ends that
 * very process, and so does the end of the JVM. Tests take it as a parameter: see {@link AzuriteExtension}.
 */
public final class AzuriteServer implements AutoCloseable {
    /** The one account that it has. */
    public static final String ACCOUNT = "devstoreaccount1";

    /** The key of that account, which Azurite's documentation publishes. */
    public static final String KEY =
            "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static final String VERSION = "2021-12-02";

    private final EmulatorProcess process;

    private AzuriteServer(EmulatorProcess process) {
        this.process = process;
    }

    /** Starts a server and waits until it answers. */
    public static AzuriteServer start() {
        try {
            Path folder = Files.createTempDirectory("azurite-");
            return new AzuriteServer(EmulatorProcess.start(
                    "azurite",
                    port -> List.of("--blobPort", String.valueOf(port), "--location", folder.toString()),
                    "/" + ACCOUNT + "?comp=list",
                    403));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The address of the blob service of its account. */
    public URI endpoint() {
        return process.endpoint().resolve("/" + ACCOUNT);
    }

    /** Makes an empty container, and gives its name. */
    public String newContainer() {
        String name = "container-" + UUID.randomUUID();
        URI address = URI.create(endpoint() + "/" + name + "?restype=container");
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT).format(ZonedDateTime.now(ZoneOffset.UTC));
        String toSign = "PUT\n".concat("\n".repeat(11)) + "x-ms-date:" + date + "\nx-ms-version:" + VERSION + "\n/"
                + ACCOUNT + address.getPath() + "\nrestype:container";
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("x-ms-date", date)
                .header("x-ms-version", VERSION)
                .header("Authorization", "SharedKey " + ACCOUNT + ":" + signature(toSign))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
            }
            return name;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    /** A shared access signature for all that a container holds; it lasts for a day. */
    public String token(String container, String permissions) {
        String end = ZonedDateTime.now(ZoneOffset.UTC)
                .plusDays(1)
                .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT));
        String toSign = String.join(
                "\n",
                permissions,
                "",
                end,
                "/blob/" + ACCOUNT + "/" + container,
                "",
                "",
                "",
                VERSION,
                "c",
                "",
                "",
                "",
                "",
                "",
                "",
                "");
        return "sv=" + VERSION + "&sr=c&sp=" + permissions + "&se="
                + URLEncoder.encode(end, StandardCharsets.UTF_8) + "&sig="
                + URLEncoder.encode(signature(toSign), StandardCharsets.UTF_8);
    }

    private static String signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(KEY), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
