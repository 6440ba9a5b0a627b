@NullMarked
package dev.corbel.planner.run;

import org.jspecify.annotations.NullMarked;
