@NullMarked
package dev.corbel.state.backend;

import org.jspecify.annotations.NullMarked;
