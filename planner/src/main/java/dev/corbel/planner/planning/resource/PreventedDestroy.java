package dev.corbel.planner.planning.resource;

import dev.corbel.dsl.model.ResourceDeclaration;
import dev.corbel.dsl.model.WrittenAddress;
import dev.corbel.providers.api.address.Address;
import dev.corbel.providers.api.diagnostic.Diagnostic;
import dev.corbel.providers.api.text.Printable;
import dev.corbel.state.model.StateObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to end objects that {@code preventDestroy} holds: where the declaration says so, or where it says nothing of it,
 * or is gone, and what was applied last said so.
 */
public final class PreventedDestroy {
    private PreventedDestroy() {}

    /**
     * The problem with the end of an object; empty where it may end.
     *
     * @param declaration null where the object has none
     * @param action of the plan, such as {@code replace}
     */
    public static Optional<Diagnostic> problem(
            Address address, @Nullable ResourceDeclaration declaration, StateObject object, String action) {
        return line(declaration, object).map(place -> Diagnostic.error(
                        address + " must not be destroyed",
                        "preventDestroy was set for it at %s, but the plan has to %s it.".formatted(place, action))
                .at(address)
                .at(declaration == null ? null : declaration.range())
                .withHint(
                        ("Undo the change, or leave it out with --exclude. To let it go: apply it with preventDestroy = false"
                                        + " first, or put removed(%s) { destroy = true } in the place of its block.")
                                .formatted(WrittenAddress.of(address))));
    }

    /**
     * The problem with the end of a deposed object; empty where it may end. A line that was set after its replacement is about
     * the current object alone.
     *
     * @param declaration null where the resource has none
     */
    public static Optional<Diagnostic> problemOfDeposed(
            Address address, String key, @Nullable ResourceDeclaration declaration, StateObject object) {
        return object.preventDestroy()
                .flatMap(applied -> line(declaration, object))
                .map(place -> Diagnostic.error(
                                "The deposed object " + Printable.line(key) + " of " + address
                                        + " must not be destroyed",
                                "preventDestroy was set for it at %s, before another object took its place."
                                        .formatted(place))
                        .at(address)
                        .at(declaration == null ? null : declaration.range())
                        .withHint("Leave it out with --exclude, or set preventDestroy = false to let it go."));
    }

    private static Optional<String> line(@Nullable ResourceDeclaration declaration, StateObject object) {
        return declaration == null
                ? object.preventDestroy()
                : declaration.lifecycle().preventingLine(object.preventDestroy());
    }
}
