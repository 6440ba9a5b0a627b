package dev.corbel.cli.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * An environment that changes from one definition to the next, drawn from a seed: objects of all identity classes that
 * come and go, are changed, and are replaced in either order.
 */
final class RandomDefinitions {
    private static final int MAX_RESOURCES = 9;

    private final String provider;
    private final String type;
    private final Random random;
    private final List<Kind> kinds = new ArrayList<>();
    private int resources;

    /** What stays the same about an object. */
    private record Kind(String name, String identity, boolean createFirst) {}

    /**
     * @param provider the first line
     * @param type of all objects
     */
    RandomDefinitions(long seed, String provider, String type) {
        this.provider = provider;
        this.type = type;
        this.random = new Random(seed);
        List<String> identities = List.of("natural-key", "client-token", "tag", "none");
        for (int i = 0; i < MAX_RESOURCES; i++) {
            kinds.add(new Kind("o" + i, identities.get(random.nextInt(identities.size())), random.nextInt(4) == 0));
        }
    }

    /** How many resources the last definition has. */
    int resources() {
        return resources;
    }

    String next() {
        StringBuilder text = new StringBuilder(provider).append('\n');
        List<String> before = new ArrayList<>();
        for (Kind kind : kinds) {
            if (random.nextInt(5) > 0) {
                text.append(block(kind, before));
                before.add(kind.name());
            }
        }
        resources = before.size();
        return text.toString();
    }

    private String block(Kind kind, List<String> before) {
        int fixed = random.nextInt(3);
        // A name belongs to one object, so a replacement that comes first needs another one.
        String name = kind.identity().equals("natural-key") ? "    name = '" + kind.name() + "-" + fixed + "'\n" : "";
        String value = before.isEmpty() || random.nextBoolean()
                ? String.valueOf(random.nextInt(3))
                : type + "." + before.get(random.nextInt(before.size())) + ".id";
        String lifecycle = kind.createFirst() ? "    lifecycle { createBeforeDestroy = true }\n" : "";
        return """
                resource('%s', '%s') {
                    identity = '%s'
                    fixed = %d
                    value = %s
                %s%s}
                """.formatted(type, kind.name(), kind.identity(), fixed, value, name, lifecycle);
    }
}
