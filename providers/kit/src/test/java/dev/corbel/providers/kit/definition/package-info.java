/** Tests of definitions: the mapping in both directions, plans and rules. */
@NullMarked
package dev.corbel.providers.kit.definition;

import org.jspecify.annotations.NullMarked;
