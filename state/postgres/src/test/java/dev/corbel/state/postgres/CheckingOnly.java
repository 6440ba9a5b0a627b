package dev.corbel.state.postgres;

import dev.corbel.providers.api.diagnostic.DiagnosticsException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.api.value.Value;
import dev.corbel.state.backend.StateBackends;
import dev.corbel.state.backend.StateBlock;
import java.util.Map;
import java.util.Optional;

/** A program that finds the factory, and lets it check a block. */
final class CheckingOnly {
    private CheckingOnly() {}

    public static void main(String[] arguments) {
        MapValue block = new MapValue(Map.of("nonsense", Value.of("x")));
        try {
            StateBackends.discover().check(new StateBlock("postgres", block, Optional.empty(), Map.of()));
        } catch (DiagnosticsException expected) {
            System.out.println(expected.getMessage());
        }
    }
}
