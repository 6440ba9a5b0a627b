package dev.corbel.dsl.scope;

import dev.corbel.dsl.variable.VariableInputs;
import dev.corbel.providers.api.diagnostic.SourceRange;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The source of the values of variables: outside, or the block that uses a module. */
public sealed interface VariableSource {

    /** The environment's variables. */
    record Outside(VariableInputs inputs) implements VariableSource {}

    /** A module's variables: what its block sets. */
    record ModuleBlock(String title, Map<String, Argument> arguments, SourceRange range) implements VariableSource {}

    /** The value that a module's block sets for one variable. */
    record Argument(@Nullable Object value, SourceRange nameRange, SourceRange valueRange) {}
}
