/** Graphs of what needs what, in the languages of programs that draw, and drawn. */
@NullMarked
package dev.corbel.cli.view.graph;

import org.jspecify.annotations.NullMarked;
