/** Plans in files: saving, reading, and opening them for the environment that they were made for. */
@NullMarked
package dev.corbel.engine.saved;

import org.jspecify.annotations.NullMarked;
