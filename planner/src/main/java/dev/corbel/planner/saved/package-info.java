/** Plans in files: written, recognised, read, and held against the definition and the state that they were made from. */
@NullMarked
package dev.corbel.planner.saved;

import org.jspecify.annotations.NullMarked;
