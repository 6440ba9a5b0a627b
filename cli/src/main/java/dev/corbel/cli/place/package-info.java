/** The places in a project's files where something is declared. */
@NullMarked
package dev.corbel.cli.place;

import org.jspecify.annotations.NullMarked;
