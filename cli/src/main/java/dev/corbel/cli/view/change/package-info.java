/** The changes of a plan as every view of it shows them: in their order and groups, with their words, counts and lines. */
@NullMarked
package dev.corbel.cli.view.change;

import org.jspecify.annotations.NullMarked;
