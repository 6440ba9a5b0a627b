/** Resolves references: the scope or resource that each leads to, and the expression that a value becomes. */
@NullMarked
package dev.corbel.dsl.resolve;

import org.jspecify.annotations.NullMarked;
