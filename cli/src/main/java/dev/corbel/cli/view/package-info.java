/** Texts and pages for people: problems, plans, state. */
@NullMarked
package dev.corbel.cli.view;

import org.jspecify.annotations.NullMarked;
