@NullMarked
package dev.corbel.state.json;

import org.jspecify.annotations.NullMarked;
