/** Text within the languages of pages and comments. */
@NullMarked
package dev.corbel.cli.view.markup;

import org.jspecify.annotations.NullMarked;
