/** Problems as values: severity, text, place and hint. */
@NullMarked
package dev.corbel.providers.api.diagnostic;

import org.jspecify.annotations.NullMarked;
