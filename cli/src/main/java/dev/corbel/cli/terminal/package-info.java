/** Where the command line meets its surroundings: streams, colours, the person in front of it. */
@NullMarked
package dev.corbel.cli.terminal;

import org.jspecify.annotations.NullMarked;
