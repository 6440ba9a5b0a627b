@NullMarked
package dev.corbel.state;

import org.jspecify.annotations.NullMarked;
