package dev.corbel.emulators.proxy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call on its way to the emulator.
 *
 * @param target path and query, as they were sent
 * @param headers with names in small letters
 * @param body a character per byte (ISO 8859-1)
 */
record ProxyRequest(String method, String target, Map<String, List<String>> headers, String body, ApiCall call) {
    private static final Pattern SCOPE = Pattern.compile("Credential=[^/]+/\\d+/([^/]+)/([^/]+)/aws4_request");
    private static final String TARGET = "x-amz-target";
    private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=(\\w+)");

    static ProxyRequest of(String method, String target, Map<String, List<String>> headers, String body) {
        String service = scope(headers, 2);
        return new ProxyRequest(
                method, target, headers, body, new ApiCall(service, operation(service, method, target, headers, body)));
    }

    private static String operation(
            String service, String method, String target, Map<String, List<String>> headers, String body) {
        String json = first(headers, TARGET);
        if (!json.isEmpty()) {
            return json.substring(json.lastIndexOf('.') + 1);
        }
        if (first(headers, "content-type").startsWith("application/x-www-form-urlencoded")) {
            Matcher action = ACTION.matcher(body);
            if (action.find()) {
                return action.group(1);
            }
        }
        return RestOperations.name(service, method, target);
    }

    private static String scope(Map<String, List<String>> headers, int group) {
        Matcher scope = SCOPE.matcher(first(headers, "authorization"));
        return scope.find() ? scope.group(group) : "unknown";
    }

    private static String first(Map<String, List<String>> headers, String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    /** Empty where there is none. */
    String header(String name) {
        return first(headers, name.toLowerCase(Locale.ROOT));
    }

    /** Such as eu-central-1. */
    String region() {
        return scope(headers, 1);
    }

    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    String text() {
        return new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** The same call with another body. */
    ProxyRequest withText(String text) {
        return new ProxyRequest(method, target, headers, ProxyResponse.bytes(text), call);
    }

    /** The same call without these headers, which are named in small letters. */
    ProxyRequest without(Set<String> names) {
        Map<String, List<String>> left = new TreeMap<>(headers);
        left.keySet().removeAll(names);
        return new ProxyRequest(method, target, left, body, call);
    }

    /** Another call of the same client to the same service, where that speaks JSON. */
    ProxyRequest calling(String operation, String json) {
        Map<String, List<String>> changed = new TreeMap<>(headers);
        String target = first(headers, TARGET);
        changed.put(TARGET, List.of(target.substring(0, target.lastIndexOf('.') + 1) + operation));
        return new ProxyRequest(
                method, this.target, changed, ProxyResponse.bytes(json), new ApiCall(call.service(), operation));
    }

    /** Another call of the same client. */
    ProxyRequest with(String otherMethod, String otherTarget) {
        return of(otherMethod, otherTarget, headers, "");
    }
}
