/** Looks for drift of environments: reads alone, and reports. */
@NullMarked
package dev.corbel.engine.drift;

import org.jspecify.annotations.NullMarked;
