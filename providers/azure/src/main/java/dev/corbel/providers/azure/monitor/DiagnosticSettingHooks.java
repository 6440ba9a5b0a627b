package dev.corbel.providers.azure.monitor;

import dev.corbel.clients.azure.ArmException;
import dev.corbel.providers.api.value.ListValue;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.providers.azure.arm.ArmHooks;
import dev.corbel.providers.azure.arm.ArmSession;
import dev.corbel.providers.kit.definition.DocumentPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The ids of settings, and the lists of them, which Azure has by target alone. */
final class DiagnosticSettingHooks implements ArmHooks {
    /** There is no other one. */
    static final String VERSION = "2021-05-01-preview";

    static final String BELOW = "/providers/Microsoft.Insights/diagnosticSettings";
    private static final String RESOURCES_VERSION = "2023-07-01";
    private static final Set<Integer> NONE = Set.of(400, 404);
    private static final List<DocumentPath> CATEGORIES =
            List.of(DocumentPath.of("properties.logs"), DocumentPath.of("properties.metrics"));

    static boolean isOn(MapValue category) {
        return category.get(DiagnosticSettingDefinition.ENABLED).equals(Value.of(true));
    }

    /** Azure refuses a category that is both on and off, and one that is left out is off. */
    @Override
    public MapValue body(MapValue body, MapValue attributes) {
        MapValue on = body;
        for (DocumentPath path : CATEGORIES) {
            if (path.in(on) instanceof ListValue all) {
                on = path.put(
                        on,
                        Value.list(all.elements().stream()
                                .filter(category -> category instanceof MapValue map && isOn(map))
                                .toList()));
            }
        }
        return on;
    }

    /** Terraform's id of a setting is that of the target and the name. */
    @Override
    public String adopted(String text) {
        int between = text.indexOf('|');
        return between < 0 ? text : text.substring(0, between) + BELOW + "/" + text.substring(between + 1);
    }

    /** Those of all objects that are in a resource group; parts of objects, such as services of a storage account, are in no list. */
    @Override
    public Optional<List<MapValue>> all(ArmSession session) {
        List<MapValue> targets =
                session.arm().list("/subscriptions/" + session.subscription() + "/resources", RESOURCES_VERSION);
        return Optional.of(session.batch().each(targets, target -> of(session, target)).stream()
                .flatMap(List::stream)
                .toList());
    }

    private static List<MapValue> of(ArmSession session, MapValue target) {
        try {
            return session.arm().list(target.text("id").orElseThrow() + BELOW, VERSION);
        } catch (ArmException refusal) {
            // Not every type has logs or measures, and the object may be gone by now.
            if (NONE.contains(refusal.status())) {
                return List.of();
            }
            throw refusal;
        }
    }
}
