/** The contracts of every backend of state and every object store. */
@NullMarked
package dev.corbel.state.conformance;

import org.jspecify.annotations.NullMarked;
