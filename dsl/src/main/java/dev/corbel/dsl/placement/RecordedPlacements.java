package dev.corbel.dsl.placement;

import dev.corbel.providers.api.address.Address;
import java.util.List;
import java.util.Map;

/**
 * The hosts that parts of apps were put on before, by the app and the name of the part: {@code containers}, or {@code
 * containers/web} where it has a label. State has them in resources of {@link #TYPE}.
 */
public record RecordedPlacements(Map<Address, Map<String, List<String>>> byApp) {
    /** The type of the resource that an app's placement is kept in. */
    public static final String TYPE = "corbel_placement";

    /** The attribute of it with the hosts of each part. */
    public static final String HOSTS = "hosts";

    public static final RecordedPlacements NONE = new RecordedPlacements(Map.of());

    public RecordedPlacements {
        byApp = Map.copyOf(byApp);
    }

    /** The hosts of a part, in order; none where it was nowhere. */
    public List<String> of(Address app, String part) {
        return byApp.getOrDefault(app, Map.of()).getOrDefault(part, List.of());
    }
}
