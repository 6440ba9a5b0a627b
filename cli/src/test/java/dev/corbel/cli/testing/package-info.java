/** What the tests of this module share. */
@NullMarked
package dev.corbel.cli.testing;

import org.jspecify.annotations.NullMarked;
