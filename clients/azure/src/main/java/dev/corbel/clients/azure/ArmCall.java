package dev.corbel.clients.azure;

import java.util.Arrays;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * A call in the words of people and logs, without its body.
 *
 * @param method of HTTP
 * @param path as the caller gave it
 * @param endpoint scheme, host and port of the Azure Resource Manager
 * @param requestId that Azure's support asks for; empty where no answer came
 */
public record ArmCall(String method, String path, String endpoint, String requestId) {

    /** Method and path, without the query. */
    public String words() {
        int query = path.indexOf('?');
        return method + " " + (query < 0 ? path : path.substring(0, query));
    }

    /** The namespace of the last resource provider in the path, such as {@code Microsoft.Network}; empty where there is none. */
    public String namespace() {
        String marker = "/providers/";
        int last = path.toLowerCase(Locale.ROOT).lastIndexOf(marker);
        if (last < 0) {
            return "";
        }
        String rest = path.substring(last + marker.length());
        int end = 0;
        while (end < rest.length() && rest.charAt(end) != '/' && rest.charAt(end) != '?') {
            end++;
        }
        return rest.substring(0, end);
    }

    /** The type of the object, such as {@code virtualNetworks/subnets}, or the collection or action: every second part of its path. */
    public String type() {
        String[] parts = words().split("/", -1);
        int last = Arrays.asList(parts).lastIndexOf("providers");
        StringJoiner type = new StringJoiner("/");
        for (int i = last < 0 ? 1 : last + 2; i < parts.length; i += 2) {
            type.add(parts[i]);
        }
        return type.toString();
    }

    ArmCall answeredAs(String id) {
        return new ArmCall(method, path, endpoint, id);
    }
}
