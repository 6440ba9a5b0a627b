/** The resources of a definition and what each of them needs. */
@NullMarked
package dev.corbel.planner.graph;

import org.jspecify.annotations.NullMarked;
