package dev.corbel.dsl.resolve;

import dev.corbel.dsl.scope.ResourceGroup;
import dev.corbel.dsl.scope.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The scope or the resource that a reference leads to.
 *
 * @param next the position of the step behind
 */
public record Target(@Nullable Scope scope, @Nullable ResourceGroup group, int next) {}
