package dev.corbel.providers.azure.postgresql;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.kit.definition.Form;
import java.util.Map;

/** The tier and the size, which Azure has apart. */
final class SkuForm implements Form {
    private static final Map<String, String> TIERS =
            Map.of("B", "Burstable", "GP", "GeneralPurpose", "MO", "MemoryOptimized");

    @Override
    public Value toDocument(Value value) {
        String name = value.toString();
        int between = name.indexOf('_');
        String tier = between < 0 ? name : name.substring(0, between);
        return new MapValue(Map.of(
                "tier", Value.of(TIERS.getOrDefault(tier, tier)), "name", Value.of(name.substring(between + 1))));
    }

    @Override
    public Value toAttribute(Value value) {
        if (!(value instanceof MapValue sku)) {
            return Value.ofNull();
        }
        String tier = sku.text("tier").orElse("");
        String letter = TIERS.entrySet().stream()
                .filter(entry -> entry.getValue().equalsIgnoreCase(tier))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(tier);
        return Value.of(letter + "_" + sku.text("name").orElse(""));
    }
}
