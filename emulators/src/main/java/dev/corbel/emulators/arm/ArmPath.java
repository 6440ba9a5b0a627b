package dev.corbel.emulators.arm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A path of ARM, taken apart. The group of resources itself counts as a resource of the type
 * Microsoft.Resources/resourceGroups in its subscription.
 *
 * @param scope the path before the resource provider, without a slash at its end
 * @param namespace of the resource provider, as it was spelled
 * @param types the names of the types, outermost first; the last may be the name of an action or a list
 * @param names the names of the resources, one for each type, or for each but the last
 */
record ArmPath(String scope, String namespace, List<String> types, List<String> names) {
    static final String GROUPS = "Microsoft.Resources/resourceGroups";

    ArmPath {
        types = List.copyOf(types);
        names = List.copyOf(names);
        if (types.isEmpty() || types.size() - names.size() > 1 || types.size() < names.size()) {
            throw new IllegalArgumentException("no path of ARM: " + types + " " + names);
        }
    }

    /** Takes a path apart; empty where it is none of a resource, a list or an action. */
    static Optional<ArmPath> parse(String path) {
        List<String> segments = segments(path);
        int providers = last(segments);
        if (providers >= 0) {
            List<String> below = segments.subList(providers + 1, segments.size());
            return below.size() < 2
                    ? Optional.empty()
                    : Optional.of(
                            of(join(segments.subList(0, providers)), below.get(0), below.subList(1, below.size())));
        }
        boolean inGroup = segments.size() > 2
                && segments.get(0).equalsIgnoreCase("subscriptions")
                && segments.get(2).equalsIgnoreCase("resourceGroups");
        return inGroup && segments.size() <= 5
                ? Optional.of(
                        of(join(segments.subList(0, 2)), "Microsoft.Resources", segments.subList(2, segments.size())))
                : Optional.empty();
    }

    /** The parts of a path between its slashes. */
    static List<String> segments(String path) {
        List<String> segments = new ArrayList<>(List.of(path.split("/", -1)));
        segments.removeIf(String::isEmpty);
        return segments;
    }

    /** The text of an id as it is compared: without case. */
    static String key(String id) {
        String key = id.toLowerCase(Locale.ROOT);
        return key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
    }

    private static int last(List<String> segments) {
        for (int index = segments.size() - 1; index >= 0; index--) {
            if (segments.get(index).equalsIgnoreCase("providers")) {
                return index;
            }
        }
        return -1;
    }

    private static ArmPath of(String scope, String namespace, List<String> rest) {
        List<String> types = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int index = 0; index < rest.size(); index++) {
            (index % 2 == 0 ? types : names).add(rest.get(index));
        }
        return new ArmPath(scope, namespace, types, names);
    }

    private static String join(List<String> segments) {
        return segments.isEmpty() ? "" : "/" + String.join("/", segments);
    }

    /** Whether it names one resource, and no list or action. */
    boolean isItem() {
        return types.size() == names.size();
    }

    /** The name of the type, such as Microsoft.Network/virtualNetworks/subnets. */
    String typeName() {
        return namespace + "/" + String.join("/", types);
    }

    /** The last name. */
    String name() {
        return names.get(names.size() - 1);
    }

    /** The last type, which is the action's name where this names an action. */
    String last() {
        return types.get(types.size() - 1);
    }

    /** The path of the resource that the list or the action belongs to; empty where it belongs to the scope. */
    Optional<ArmPath> owner() {
        int depth = isItem() ? types.size() - 1 : names.size();
        return depth == 0
                ? Optional.empty()
                : Optional.of(new ArmPath(scope, namespace, types.subList(0, depth), names.subList(0, depth)));
    }

    /** The path of a resource below this list. */
    ArmPath child(String name) {
        List<String> longer = new ArrayList<>(names);
        longer.add(name);
        return new ArmPath(scope, namespace, types, longer);
    }

    /** The path of the list that this resource is in. */
    ArmPath siblings() {
        return new ArmPath(scope, namespace, types, names.subList(0, types.size() - 1));
    }

    /** The path of a list below this resource. */
    ArmPath list(String type) {
        List<String> longer = new ArrayList<>(types);
        longer.add(type);
        return new ArmPath(scope, namespace, longer, names);
    }

    /** The whole path as it was spelled. */
    String id() {
        StringBuilder id = new StringBuilder(scope);
        if (!typeName().equalsIgnoreCase(GROUPS)) {
            id.append("/providers/").append(namespace);
        }
        for (int index = 0; index < types.size(); index++) {
            id.append('/').append(types.get(index));
            if (index < names.size()) {
                id.append('/').append(names.get(index));
            }
        }
        return id.toString();
    }

    String key() {
        return key(id());
    }
}
