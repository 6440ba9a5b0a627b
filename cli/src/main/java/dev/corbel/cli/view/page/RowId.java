package dev.corbel.cli.view.page;

import dev.corbel.planner.plan.ResourceChange;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The name of a row of the page, to link to: the section, and the address with the kinds of its components. It stays the same
 * from plan to plan.
 */
record RowId(String text) {

    /** The row of a planned change. */
    static RowId ofChange(ResourceChange change) {
        return of("change", change);
    }

    /** The row of what somebody else changed. */
    static RowId ofDrift(ResourceChange drift) {
        return of("drift", drift);
    }

    private static RowId of(String section, ResourceChange change) {
        String deposed = change.deposedKey().map(key -> "/deposed:" + key).orElse("");
        // The name of an element must not have a space in it.
        return new RowId(
                section + "/" + change.address().qualified().replace(" ", "\\u0020") + deposed.replace(" ", "\\u0020"));
    }

    /** The link within the page. */
    String link() {
        return "#"
                + URLEncoder.encode(text, StandardCharsets.UTF_8)
                        .replace("%2F", "/")
                        .replace("%3A", ":")
                        .replace("+", "%20");
    }
}
