/** What every backend of state, and every place for remote state, must do. */
@NullMarked
package dev.corbel.state.conformance;

import org.jspecify.annotations.NullMarked;
