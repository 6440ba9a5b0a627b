/** The hosts that the parts of apps stand on: an algorithm without scopes, and what state says of them. */
@NullMarked
package dev.corbel.dsl.placement;

import org.jspecify.annotations.NullMarked;
