/** One run of the command line: its streams, directory and options, and how it tells of problems. */
@NullMarked
package dev.corbel.cli.invocation;

import org.jspecify.annotations.NullMarked;
