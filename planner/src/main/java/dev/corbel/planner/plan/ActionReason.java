package dev.corbel.planner.plan;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reason for an action, with the name that Terraform's plan format has for it. */
public enum ActionReason {
    NONE(null),
    REPLACE_BECAUSE_CANNOT_UPDATE("replace_because_cannot_update"),
    REPLACE_BECAUSE_TAINTED("replace_because_tainted"),
    REPLACE_BY_REQUEST("replace_by_request"),
    REPLACE_BY_TRIGGERS("replace_by_triggers"),
    DELETE_BECAUSE_NO_RESOURCE_CONFIG("delete_because_no_resource_config"),
    DELETE_BECAUSE_EACH_KEY("delete_because_each_key"),
    DELETE_BECAUSE_NO_MODULE("delete_because_no_module"),
    DELETE_BECAUSE_NO_MOVE_TARGET("delete_because_no_move_target"),
    READ_BECAUSE_CONFIG_UNKNOWN("read_because_config_unknown"),
    READ_BECAUSE_DEPENDENCY_PENDING("read_because_dependency_pending");

    private final Optional<String> format;

    ActionReason(@Nullable String format) {
        this.format = Optional.ofNullable(format);
    }

    /** As in {@code action_reason}; empty where the plan format leaves it out. */
    public Optional<String> format() {
        return format;
    }
}
