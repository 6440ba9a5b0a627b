/** The surroundings of the command line: streams, colours, the person in front of it. */
@NullMarked
package dev.corbel.cli.terminal;

import org.jspecify.annotations.NullMarked;
