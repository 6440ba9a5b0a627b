/** A provider that deals in secrets, for tests. */
@NullMarked
package dev.corbel.cli.testing.keyring;

import org.jspecify.annotations.NullMarked;
