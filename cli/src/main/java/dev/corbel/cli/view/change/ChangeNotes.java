package dev.corbel.cli.view.change;

import dev.corbel.planner.plan.Action;
import dev.corbel.planner.plan.ActionReason;
import dev.corbel.planner.plan.ResourceChange;
import dev.corbel.providers.api.text.Printable;
import dev.corbel.providers.api.value.ValuePath;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Says in words why a change is what it is. */
public final class ChangeNotes {
    private ChangeNotes() {}

    /** Phrases with commas between them; empty where there is nothing to say. */
    public static String of(ResourceChange change) {
        StringJoiner remarks = new StringJoiner(", ");
        change.previousAddress().ifPresent(previous -> remarks.add("moved from " + previous));
        change.adoptedId().ifPresent(id -> remarks.add("adopted, id " + id));
        change.deposedKey().ifPresent(key -> remarks.add("deposed object " + key + " of an earlier replacement"));
        reason(change).ifPresent(remarks::add);
        if (change.action() == Action.FORGET) {
            remarks.add("no longer managed, stays as it is");
        }
        return Printable.line(remarks.toString());
    }

    private static Optional<String> reason(ResourceChange change) {
        return Optional.ofNullable(
                switch (change.reason()) {
                    case NONE -> null;
                    case REPLACE_BECAUSE_CANNOT_UPDATE -> "must be replaced" + paths(change);
                    case REPLACE_BECAUSE_TAINTED -> "is tainted, so it must be replaced";
                    case REPLACE_BY_REQUEST -> "replaced as --replace asks";
                    case REPLACE_BY_TRIGGERS -> "replaced by its replaceTriggeredBy";
                    case DELETE_BECAUSE_NO_RESOURCE_CONFIG -> deletion(change, "it is not in the definition");
                    case DELETE_BECAUSE_EACH_KEY -> deletion(change, "its key is not in forEach");
                    case DELETE_BECAUSE_NO_MODULE -> deletion(change, "its component is not in the definition");
                    case DELETE_BECAUSE_NO_MOVE_TARGET -> "it was moved to an address that is not in the definition";
                    case READ_BECAUSE_CONFIG_UNKNOWN -> "its configuration is known after apply";
                    case READ_BECAUSE_DEPENDENCY_PENDING -> "something that it depends on changes first";
                });
    }

    private static String deletion(ResourceChange change, String reason) {
        boolean leftOver =
                change.deposedKey().isPresent() && change.reason() == ActionReason.DELETE_BECAUSE_NO_RESOURCE_CONFIG;
        return leftOver ? "its replacement is there" : reason;
    }

    private static String paths(ResourceChange change) {
        return change.replacePaths().isEmpty()
                ? ", since its provider points elsewhere now"
                : change.replacePaths().stream()
                        .map(ValuePath::toString)
                        .collect(Collectors.joining(", ", ", because of ", ""));
    }
}
