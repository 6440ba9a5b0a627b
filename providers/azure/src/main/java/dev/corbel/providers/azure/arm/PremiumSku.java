package dev.corbel.providers.azure.arm;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.kit.definition.Rule;
import java.util.function.Predicate;

/** Rules for services whose SKU Premium can do more than Basic and Standard. */
public final class PremiumSku {
    private static final String NAME = "Premium";

    private PremiumSku() {}

    /** Refuses what takes the SKU where a configuration asks for it and has another one. */
    public static Rule needed(String what, Predicate<MapValue> asksFor) {
        return Rule.refuses(
                object -> isOr(object, false) && asksFor.test(object),
                what + " takes the SKU " + NAME,
                "The SKUs Basic and Standard cannot do it.");
    }

    /** Refuses a configuration with the SKU that leaves something out. */
    public static Rule needs(String what, Predicate<MapValue> leavesOut, String hint) {
        return Rule.refuses(
                object -> isOr(object, true) && leavesOut.test(object), "the SKU " + NAME + " needs " + what, hint);
    }

    /** Tests for the SKU, or for another one; false where it is not known. */
    private static boolean isOr(MapValue object, boolean premium) {
        return object.text("sku")
                .filter(sku -> sku.equalsIgnoreCase(NAME) == premium)
                .isPresent();
    }
}
