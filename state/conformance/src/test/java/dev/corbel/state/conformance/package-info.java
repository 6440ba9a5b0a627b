@NullMarked
package dev.corbel.state.conformance;

import org.jspecify.annotations.NullMarked;
