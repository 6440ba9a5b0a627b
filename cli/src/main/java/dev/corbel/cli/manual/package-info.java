/** The manual pages, one for each command, made from what the commands say of themselves. */
@NullMarked
package dev.corbel.cli.manual;

import org.jspecify.annotations.NullMarked;
