package dev.corbel.providers.azure.arm;

import java.util.Locale;
import java.util.Optional;

/**
 * The id of an object of Azure, and of what it lies in.
 *
 * @param text beginning with a slash
 */
public record ArmId(String text) {
    private static final String GROUPS = "/resourcegroups/";
    private static final String PROVIDERS = "/providers/";
    private static final String SUBSCRIPTIONS = "/subscriptions/";

    /** Locks and role assignments: of these the list of the subscription has those of all that lies in it. */
    private static final String EXTENSIONS = PROVIDERS + "microsoft.authorization/";

    /** The last name. */
    public String name() {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    /** The path of the objects of its type beside it. */
    public String collection() {
        return text.substring(0, text.lastIndexOf('/'));
    }

    /** The id without the last type and name. */
    public String parent() {
        String collection = collection();
        return collection.substring(0, collection.lastIndexOf('/'));
    }

    /** The name of the resource group. */
    public Optional<String> resourceGroup() {
        int start = text.toLowerCase(Locale.ROOT).indexOf(GROUPS);
        if (start < 0) {
            return Optional.empty();
        }
        String rest = text.substring(start + GROUPS.length());
        int end = rest.indexOf('/');
        return Optional.of(end < 0 ? rest : rest.substring(0, end));
    }

    /**
     * The path of all objects of its type in the subscription, where it lies in a resource group directly, or is of a type that lists
     * whatever its objects extend.
     */
    public Optional<String> subscriptionCollection() {
        String plain = text.toLowerCase(Locale.ROOT);
        int last = plain.lastIndexOf(PROVIDERS);
        if (plain.startsWith(SUBSCRIPTIONS) && plain.startsWith(EXTENSIONS, Math.max(last, 0))) {
            int end = plain.indexOf('/', SUBSCRIPTIONS.length());
            return Optional.of(text.substring(0, end) + new ArmId(text.substring(last)).collection());
        }
        int groups = plain.indexOf(GROUPS);
        int providers = plain.indexOf(PROVIDERS);
        // namespace, type and name follow
        boolean direct =
                groups > 0 && providers > groups && text.substring(providers).split("/", -1).length == 5;
        return direct
                ? Optional.of(text.substring(0, groups) + new ArmId(text.substring(providers)).collection())
                : Optional.empty();
    }
}
