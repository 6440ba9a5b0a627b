package dev.corbel.providers.azure.storage;

import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.definition.Field;
import dev.corbel.providers.kit.definition.Form;
import dev.corbel.providers.kit.definition.Property;
import java.util.ArrayList;
import java.util.List;

/** The addresses of an account, in both of its places and over all ways to it. */
final class AccountEndpoints {
    private static final Form HOST = Form.of(url -> url, url -> Value.of(host(url.toString())));
    private static final List<String> ALL = List.of("blob", "dfs", "file", "queue", "table", "web");
    private static final List<String> INTERNET = List.of("blob", "dfs", "file", "web");

    private AccountEndpoints() {}

    static Field.Builder[] all() {
        List<Field.Builder> fields = new ArrayList<>();
        for (String place : List.of("primary", "secondary")) {
            String at = "properties." + place + "Endpoints.";
            fields.add(Property.text(place + "_location").computed().as("properties." + place + "Location"));
            for (String service : ALL) {
                add(fields, place + "_" + service, at + service);
                add(fields, place + "_" + service + "_microsoft", at + "microsoftEndpoints." + service);
                if (INTERNET.contains(service)) {
                    add(fields, place + "_" + service + "_internet", at + "internetEndpoints." + service);
                }
            }
        }
        return fields.toArray(Field.Builder[]::new);
    }

    private static void add(List<Field.Builder> fields, String name, String place) {
        fields.add(Property.text(name + "_endpoint").computed().as(place));
        fields.add(Property.text(name + "_host").computed().as(place, HOST));
    }

    private static String host(String url) {
        return url.replaceFirst("^https://", "").replaceFirst("/$", "");
    }
}
