/** The texts of a project: from its folder, or from a saved plan. */
@NullMarked
package dev.corbel.dsl.source;

import org.jspecify.annotations.NullMarked;
