/** Renderers: one for each kind of result and format, found by the format's name. */
@NullMarked
package dev.corbel.cli.render;

import org.jspecify.annotations.NullMarked;
