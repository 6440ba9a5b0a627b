/** The reference of providers: their types, found by name. */
@NullMarked
package dev.corbel.engine.schema;

import org.jspecify.annotations.NullMarked;
