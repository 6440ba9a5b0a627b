@NullMarked
package dev.corbel.planner.saved;

import org.jspecify.annotations.NullMarked;
