/** The provider contract as a test kit that every provider runs. */
@NullMarked
package dev.corbel.providers.conformance;

import org.jspecify.annotations.NullMarked;
