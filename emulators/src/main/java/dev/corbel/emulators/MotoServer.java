package dev.corbel.emulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/**
 * A {@code moto_server} on a free port of the loopback interface, started by {@code emulators/moto}. Closing ends that
 * very process, and so does the end of the JVM. Tests take it as a parameter: see {@link MotoExtension}.
 */
public final class MotoServer implements AutoCloseable {
    private final EmulatorProcess emulator;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private MotoServer(EmulatorProcess emulator) {
        this.emulator = emulator;
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @throws IllegalStateException where it ends instead; the message holds what it printed
     */
    public static MotoServer start() {
        return new MotoServer(EmulatorProcess.start(
                "moto", port -> List.of("--host", "127.0.0.1", "--port", String.valueOf(port)), "/moto-api/data.json"));
    }

    /** Where it answers, for {@code endpoint} and {@code AWS_ENDPOINT_URL}. */
    public URI endpoint() {
        return emulator.endpoint();
    }

    /** Forgets everything, so that the next test starts with an empty account. */
    public void reset() {
        try {
            if (call("POST", "/moto-api/reset") != 200) {
                throw new IllegalStateException("moto_server did not reset itself");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while moto_server reset itself", interrupted);
        }
    }

    /** Holds all callers to their policies from now on, so that calls of nobody's are refused. Not to be done to a shared server. */
    public void requirePermissions() {
        HttpRequest request = HttpRequest.newBuilder(endpoint().resolve("/moto-api/reset-auth"))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("0"))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("moto_server did not require permissions: " + status);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while moto_server began to require permissions", interrupted);
        }
    }

    /**
     * Calls a service directly, behind the back of what is being tested, and gives what it answers.
     *
     * @param service such as ec2
     * @param form the body of a query, such as {@code Action=DescribeVpcs&Version=2016-11-15}; empty for a GET
     */
    public String query(String service, String region, String form) {
        HttpRequest.Builder request = signed(HttpRequest.newBuilder(endpoint()), service, region);
        if (!form.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form));
        }
        return answer(request.build());
    }

    /**
     * The same for a service that speaks JSON.
     *
     * @param target such as {@code AmazonEC2ContainerServiceV20141113.ListTasks}
     */
    public String json(String service, String region, String target, String body) {
        return answer(signed(HttpRequest.newBuilder(endpoint()), service, region)
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", target)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static HttpRequest.Builder signed(HttpRequest.Builder request, String service, String region) {
        return request.timeout(Duration.ofSeconds(30))
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=test/20250101/" + region + "/" + service
                                + "/aws4_request, SignedHeaders=host, Signature=none");
    }

    private String answer(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    /** Makes a bucket, in a region other than us-east-1. */
    public void makeBucket(String name, String region) {
        String where = "<CreateBucketConfiguration><LocationConstraint>" + region
                + "</LocationConstraint></CreateBucketConfiguration>";
        s3(region, "PUT", name, where);
    }

    /** Calls S3 directly, as {@link #query} calls other services. */
    public String s3(String method, String path, String body) {
        return s3("us-east-1", method, path, body);
    }

    private String s3(String region, String method, String path, String body) {
        return answer(signed(HttpRequest.newBuilder(endpoint().resolve("/" + path)), "s3", region)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Keeps all calls from now on, and forgets those that were kept before. */
    public void startRecording() {
        admin("POST", "/moto-api/recorder/reset-recording");
        admin("POST", "/moto-api/recorder/start-recording");
    }

    /** The number of calls that came so far, those of {@link #reset} and the like among them. */
    public long calls() {
        return Long.parseLong(answer(HttpRequest.newBuilder(endpoint().resolve("/corbel/calls"))
                .GET()
                .build()));
    }

    /** Ends the recording and gives it: a JSON object a line, with the method, the URL, the headers and the body of each call. */
    public String stopRecording() {
        admin("POST", "/moto-api/recorder/stop-recording");
        return answer(HttpRequest.newBuilder(endpoint().resolve("/moto-api/recorder/download-recording"))
                .timeout(Duration.ofSeconds(30))
                .build());
    }

    private void admin(String method, String path) {
        answer(HttpRequest.newBuilder(endpoint().resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private int call(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint().resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Override
    public void close() {
        emulator.close();
    }
}
