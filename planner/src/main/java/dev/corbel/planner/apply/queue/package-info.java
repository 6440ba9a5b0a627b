/** Runs numbered pieces of work on several threads, each after those that it waits for. */
@NullMarked
package dev.corbel.planner.apply.queue;

import org.jspecify.annotations.NullMarked;
