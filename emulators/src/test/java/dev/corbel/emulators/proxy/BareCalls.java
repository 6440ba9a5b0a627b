package dev.corbel.emulators.proxy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls of AWS's APIs as bare requests, in the protocols that services have. */
final class BareCalls {
    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";
    private static final String JSON = "application/x-amz-json-1.1";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI endpoint;

    BareCalls(AwsProxy proxy) {
        endpoint = proxy.endpoint();
    }

    URI at(String path) {
        return endpoint.resolve(path);
    }

    HttpResponse<String> send(String service, HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(
                request.header(
                                "Authorization",
                                "AWS4-HMAC-SHA256 Credential=test/20250101/eu-central-1/" + service
                                        + "/aws4_request, SignedHeaders=host, Signature=none")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> query(String service, String form) throws IOException, InterruptedException {
        return send(
                service,
                HttpRequest.newBuilder(endpoint)
                        .header("Content-Type", FORM)
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    HttpResponse<String> json(String service, String target, String body) throws IOException, InterruptedException {
        return send(
                service,
                HttpRequest.newBuilder(endpoint)
                        .header("Content-Type", JSON)
                        .header("X-Amz-Target", target)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> rest(String service, String method, String path, String body)
            throws IOException, InterruptedException {
        return send(
                service,
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    static String field(String json, String name) {
        Matcher value = Pattern.compile("\"" + name + "\": ?\"([^\"]+)\"").matcher(json);
        return value.find() ? value.group(1) : "no " + name + " in " + json;
    }
}
