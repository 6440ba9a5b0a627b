package dev.corbel.emulators.proxy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * An answer on its way to the client.
 *
 * @param status of HTTP; 0 where the connection breaks off instead
 * @param body a character per byte (ISO 8859-1)
 */
record ProxyResponse(int status, Map<String, List<String>> headers, String body) {
    /** The answer gets lost: the connection breaks off. */
    static final ProxyResponse LOST = new ProxyResponse(0, Map.of(), "");

    static ProxyResponse of(int status, String contentType, String body) {
        return new ProxyResponse(status, Map.of("content-type", List.of(contentType)), bytes(body));
    }

    static ProxyResponse json(String body) {
        return of(200, "application/json", body);
    }

    /** An error in the words of the service that was called. */
    static ProxyResponse error(ProxyRequest request, int status, String code, String message) {
        String service = request.call().service();
        String fields = "<Code>" + code + "</Code><Message>" + xml(message) + "</Message>";
        if (service.equals("ec2")) {
            return of(
                    status,
                    "text/xml",
                    "<Response><Errors><Error>" + fields + "</Error></Errors><RequestID>proxy</RequestID></Response>");
        }
        if (service.equals("s3")) {
            return of(status, "application/xml", "<Error>" + fields + "<RequestId>proxy</RequestId></Error>");
        }
        if (service.equals("route53") || request.header("content-type").contains("form-urlencoded")) {
            return of(
                    status,
                    "text/xml",
                    "<ErrorResponse><Error><Type>Sender</Type>" + fields
                            + "</Error><RequestId>proxy</RequestId></ErrorResponse>");
        }
        ProxyResponse json = of(
                status,
                "application/x-amz-json-1.1",
                "{\"__type\":" + Json.quoted(code) + ",\"message\":" + Json.quoted(message) + "}");
        return new ProxyResponse(
                status,
                Map.of("content-type", List.of("application/x-amz-json-1.1"), "x-amzn-errortype", List.of(code)),
                json.body());
    }

    /** A text as a body. */
    static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    String text() {
        return new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** The same with another body. */
    ProxyResponse withText(String text) {
        return new ProxyResponse(status, headers, bytes(text));
    }

    boolean isFine() {
        return status / 100 == 2;
    }
}
