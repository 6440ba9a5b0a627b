@NullMarked
package dev.corbel.state.journal;

import org.jspecify.annotations.NullMarked;
