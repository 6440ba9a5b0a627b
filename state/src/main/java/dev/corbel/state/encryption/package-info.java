/** Encryption of what is kept: keys, where they come from, and what encrypted content is bound to. */
@NullMarked
package dev.corbel.state.encryption;

import org.jspecify.annotations.NullMarked;
