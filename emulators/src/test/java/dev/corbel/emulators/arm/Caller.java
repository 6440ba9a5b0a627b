package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.corbel.emulators.arm.facts.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A caller of the simulator over HTTPS that trusts its certificate. */
final class Caller {
    private static final Map<String, String> VERSIONS = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        VERSIONS.putAll(Map.ofEntries(
                Map.entry("Microsoft.Network", "2025-01-01"),
                Map.entry("privateDnsZones", "2024-06-01"),
                Map.entry("dnsZones", "2018-05-01"),
                Map.entry("Microsoft.ManagedIdentity", "2024-11-30"),
                Map.entry("roleAssignments", "2022-04-01"),
                Map.entry("roleDefinitions", "2022-04-01"),
                Map.entry("locks", "2020-05-01"),
                Map.entry("Microsoft.OperationalInsights", "2025-07-01"),
                Map.entry("Microsoft.KeyVault", "2026-02-01"),
                Map.entry("Microsoft.ContainerRegistry", "2025-11-01"),
                Map.entry("Microsoft.Storage", "2025-08-01"),
                Map.entry("Microsoft.ServiceBus", "2024-01-01"),
                Map.entry("Microsoft.App", "2025-07-01"),
                Map.entry("actionGroups", "2023-01-01"),
                Map.entry("metricAlerts", "2018-03-01"),
                Map.entry("diagnosticSettings", "2021-05-01-preview")));
    }

    private final ArmServer arm;
    private final HttpClient http;
    private String token = "";

    Caller(ArmServer arm) {
        this.arm = arm;
        http = HttpClient.newBuilder().sslContext(trusting(arm)).build();
    }

    private static SSLContext trusting(ArmServer arm) {
        try (InputStream pem = Files.newInputStream(arm.caFile())) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "arm", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** An answer. */
    record Answer(int status, Map<String, String> headers, JsonNode body) {
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        String text(String path) {
            return Trees.at(body, path).asText();
        }

        String code() {
            return text("error.code");
        }
    }

    String group(String name) {
        return "/subscriptions/" + arm.subscription() + "/resourceGroups/" + name;
    }

    /** Makes a resource group and gives its id. */
    String makeGroup(String name) {
        put(group(name), "{'location': 'swedencentral'}");
        return group(name);
    }

    /** A path below a group: id("web", "Microsoft.Network/virtualNetworks/main"). */
    String id(String group, String rest) {
        return group(group) + "/providers/" + rest;
    }

    Answer get(String id) {
        return send("GET", id, "", Map.of());
    }

    Answer delete(String id) {
        return send("DELETE", id, "", Map.of());
    }

    Answer put(String id, String body) {
        return send("PUT", id, body, Map.of());
    }

    Answer put(String id, String body, Map<String, String> headers) {
        return send("PUT", id, body, headers);
    }

    Answer patch(String id, String body) {
        return send("PATCH", id, body, Map.of());
    }

    Answer post(String id, String body) {
        return send("POST", id, body, Map.of());
    }

    /** Writes, asks until the operation has ended, and gives the resource. */
    Answer made(String id, String body) {
        Answer answer = put(id, body);
        if (answer.status() / 100 != 2) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        finish(answer);
        return get(id);
    }

    /** Deletes and waits until it is done. */
    Answer gone(String id) {
        return finish(delete(id));
    }

    /** Asks about a long operation until it has ended, and gives the last answer. */
    Answer finish(Answer answer) {
        String address = answer.header("Azure-AsyncOperation");
        String location = answer.header("Location");
        Answer last = answer;
        for (int poll = 0; poll < 100; poll++) {
            if (!address.isEmpty()) {
                last = call("GET", address, "", Map.of());
                if (!last.text("status").equals("InProgress")) {
                    return last;
                }
            } else if (!location.isEmpty()) {
                last = call("GET", location, "", Map.of());
                if (last.status() != 202) {
                    return last;
                }
            } else {
                return last;
            }
        }
        throw new AssertionError("still running: " + last.body());
    }

    private Answer send(String method, String id, String body, Map<String, String> headers) {
        String separator = id.contains("?") ? "&" : "?";
        return call(method, arm.endpoint() + id + separator + "api-version=" + version(id), body, headers);
    }

    private static String version(String id) {
        int providers = id.lastIndexOf("/providers/");
        if (providers < 0) {
            return id.contains("/resourceGroups") && !id.endsWith("/resources") ? "2023-07-01" : "2022-12-01";
        }
        String rest = id.substring(providers + "/providers/".length());
        if (!rest.contains("/") || rest.endsWith("/register")) {
            return "2022-09-01";
        }
        String[] parts = rest.split("[/?]", -1);
        return VERSIONS.getOrDefault(parts[1], VERSIONS.getOrDefault(parts[0], "2024-01-01"));
    }

    /** Calls an address as it is, with a token. Single quotes in the body stand for double ones. */
    Answer call(String method, String address, String body, Map<String, String> headers) {
        if (token.isEmpty()) {
            token = token(Map.of("client_secret", arm.clientSecret())).text("access_token");
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address.replace(" ", "%20")))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
        headers.forEach(request::setHeader);
        return answer(request.build());
    }

    /** Asks for a token with these fields beside the usual ones. */
    Answer token(Map<String, String> more) {
        String form = "grant_type=client_credentials&client_id=" + arm.clientId()
                + "&scope=" + URLEncoder.encode("https://management.azure.com/.default", StandardCharsets.UTF_8) + "&"
                + more.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return answer(HttpRequest.newBuilder(arm.endpoint().resolve("/" + arm.tenant() + "/oauth2/v2.0/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    /** Throws away the token, so that the next call gets a new one. */
    void forgetToken() {
        token = "";
    }

    private Answer answer(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().map().entrySet().stream()
                            .collect(Collectors.toMap(
                                    header -> header.getKey().toLowerCase(Locale.ROOT),
                                    header -> String.join(",", header.getValue()))),
                    Trees.read(response.body()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
