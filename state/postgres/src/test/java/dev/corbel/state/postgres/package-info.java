@NullMarked
package dev.corbel.state.postgres;

import org.jspecify.annotations.NullMarked;
