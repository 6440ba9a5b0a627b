@NullMarked
package dev.corbel.state.local;

import org.jspecify.annotations.NullMarked;
