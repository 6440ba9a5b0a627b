package dev.corbel.emulators.arm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.corbel.emulators.arm.facts.Trees;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Lists in pages, whose next one has an absolute address with an opaque token. */
final class Pages {
    private static final String TOKEN = "$skiptoken";

    private int size = 100;

    void size(int next) {
        size = next;
    }

    ArmResponse of(ArmRequest request, List<ObjectNode> elements) {
        int from = Math.min(start(request), elements.size());
        int to = Math.min(from + top(request), elements.size());
        ObjectNode body = Trees.object();
        ArrayNode value = body.putArray("value");
        value.addAll(elements.subList(from, to));
        if (to < elements.size()) {
            body.put("nextLink", next(request, to));
        }
        return ArmResponse.of(200, body);
    }

    private int top(ArmRequest request) {
        String top = request.parameter("$top");
        try {
            return top.isEmpty() ? size : Math.max(1, Math.min(size, Integer.parseInt(top)));
        } catch (NumberFormatException noNumber) {
            throw Refusal.badRequest("InvalidTop", "The value of $top is no number: '" + top + "'.");
        }
    }

    private static int start(ArmRequest request) {
        String token = request.parameter(TOKEN);
        try {
            return token.isEmpty()
                    ? 0
                    : Integer.parseInt(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8)
                            .substring(TOKEN.length()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException foreign) {
            throw Refusal.badRequest("InvalidSkipToken", "The skip token is invalid: '" + token + "'.");
        }
    }

    private static String next(ArmRequest request, int start) {
        String token = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((TOKEN + start).getBytes(StandardCharsets.UTF_8));
        Map<String, String> query = new TreeMap<>(request.query());
        query.put(TOKEN, token);
        return request.base() + request.path() + "?"
                + query.entrySet().stream()
                        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
