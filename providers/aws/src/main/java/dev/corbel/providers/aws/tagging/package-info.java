/** Finds the objects of all types by their tags. */
@NullMarked
package dev.corbel.providers.aws.tagging;

import org.jspecify.annotations.NullMarked;
