@NullMarked
package dev.corbel.planner.apply.queue;

import org.jspecify.annotations.NullMarked;
