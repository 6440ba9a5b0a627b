@NullMarked
package dev.corbel.state.azure;

import org.jspecify.annotations.NullMarked;
