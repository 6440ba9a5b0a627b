/** Names of new objects: given, made up, or begun with a prefix. */
@NullMarked
package dev.corbel.providers.kit.naming;

import org.jspecify.annotations.NullMarked;
