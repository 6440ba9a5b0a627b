/** A plan as a page for a browser. */
@NullMarked
package dev.corbel.cli.view.page;

import org.jspecify.annotations.NullMarked;
