/** Definition files that are planned and applied for real, on the simulator. */
@NullMarked
package dev.corbel.planner.lifecycle;

import org.jspecify.annotations.NullMarked;
