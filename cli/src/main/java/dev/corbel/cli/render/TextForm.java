package dev.corbel.cli.render;

import dev.corbel.cli.terminal.Style;
import dev.corbel.cli.view.SourceLinks;

/**
 * The outside of texts for people.
 *
 * @param links to the lines that declare something
 */
public record TextForm(Style style, SourceLinks links) {}
