/** The one mapping between values and JSON. */
@NullMarked
package dev.corbel.providers.api.json;

import org.jspecify.annotations.NullMarked;
