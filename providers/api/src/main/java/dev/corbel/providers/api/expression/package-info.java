/** Values that may still depend on attributes of other resources. */
@NullMarked
package dev.corbel.providers.api.expression;

import org.jspecify.annotations.NullMarked;
