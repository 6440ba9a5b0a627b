/** The definition language: files in, a definition out; no cloud, no state. */
@NullMarked
package dev.corbel.dsl;

import org.jspecify.annotations.NullMarked;
