package dev.corbel.providers.aws.backup;

import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.kit.attribute.DesiredAttributes;

/** A selection and its plan; written {@code PLAN|SELECTION} where Terraform imports it. */
record SelectionId(String plan, String selection) {
    static SelectionId of(MapValue attributes) {
        DesiredAttributes desired = new DesiredAttributes(attributes);
        return new SelectionId(desired.required("plan_id"), desired.required("id"));
    }

    /** Where there is no plan in the text, no plan has the selection. */
    static SelectionId parse(String text) {
        int bar = text.indexOf('|');
        return bar < 0 ? new SelectionId("", text) : new SelectionId(text.substring(0, bar), text.substring(bar + 1));
    }

    String text() {
        return plan + "|" + selection;
    }
}
