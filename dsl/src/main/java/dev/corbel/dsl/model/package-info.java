/** The definition as data: what the planner reads. */
@NullMarked
package dev.corbel.dsl.model;

import org.jspecify.annotations.NullMarked;
