/** The objects that are known to exist, as data. */
@NullMarked
package dev.corbel.state.model;

import org.jspecify.annotations.NullMarked;
