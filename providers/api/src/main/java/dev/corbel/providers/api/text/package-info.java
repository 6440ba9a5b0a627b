/** Texts as people see them. */
@NullMarked
package dev.corbel.providers.api.text;

import org.jspecify.annotations.NullMarked;
