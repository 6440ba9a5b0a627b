package dev.corbel.dsl.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * The scope or the resource that a reference leads to.
 *
 * @param next the position of the step behind
 */
record Target(@Nullable Space space, @Nullable ResourceGroup group, int next) {}
