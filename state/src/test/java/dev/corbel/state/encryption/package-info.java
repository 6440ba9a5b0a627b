@NullMarked
package dev.corbel.state.encryption;

import org.jspecify.annotations.NullMarked;
