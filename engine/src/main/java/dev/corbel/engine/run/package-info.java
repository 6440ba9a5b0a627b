/** Runs of an environment: under its lock, or reading alone. */
@NullMarked
package dev.corbel.engine.run;

import org.jspecify.annotations.NullMarked;
