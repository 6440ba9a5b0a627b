package dev.corbel.providers.azure.arm;

import java.util.Locale;
import java.util.Optional;

/** Types and parents, as ids of any object tell them. */
final class GenericIds {
    private static final String PROVIDERS = "/providers/";
    private static final String GROUPS = "Microsoft.Resources/resourceGroups";

    private GenericIds() {}

    /** The form of the ids of a type: below an object of the type above, or with a resource provider of its own. */
    static String form(String type, String parent) {
        if (type.equalsIgnoreCase(GROUPS)) {
            return "{parent_id}/resourceGroups/{name}";
        }
        return above(type)
                .filter(above -> typeOf(parent).filter(above::equalsIgnoreCase).isPresent())
                .map(above -> "{parent_id}" + type.substring(above.length()) + "/{name}")
                .orElse("{parent_id}/providers/" + type + "/{name}");
    }

    /** The type that objects of a type lie in; empty where they lie in a group or beside anything. */
    static Optional<String> above(String type) {
        int last = type.lastIndexOf('/');
        return type.indexOf('/') < last ? Optional.of(type.substring(0, last)) : Optional.empty();
    }

    /** The type that an id tells; empty where it is no object's. */
    static Optional<String> typeOf(String id) {
        int provider = provider(id);
        if (provider < 0) {
            boolean group = id.toLowerCase(Locale.ROOT).matches("/subscriptions/[^/]+/resourcegroups/[^/]+");
            return group ? Optional.of(GROUPS) : Optional.empty();
        }
        String[] parts = id.substring(provider + PROVIDERS.length()).split("/", -1);
        StringBuilder type = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i += 2) {
            type.append('/').append(parts[i]);
        }
        return parts.length < 3 || parts.length % 2 == 0 ? Optional.empty() : Optional.of(type.toString());
    }

    /** The id of what an object lies in. */
    static String parent(String id) {
        int provider = provider(id);
        boolean first =
                provider >= 0 && id.substring(provider + PROVIDERS.length()).split("/", -1).length == 3;
        return first ? id.substring(0, provider) : new ArmId(id).parent();
    }

    private static int provider(String id) {
        return id.toLowerCase(Locale.ROOT).lastIndexOf(PROVIDERS);
    }

    /** The type in Terraform's spelling. */
    static String spelled(String type) {
        return ArmSpelling.of(PROVIDERS + type).substring(PROVIDERS.length());
    }
}
