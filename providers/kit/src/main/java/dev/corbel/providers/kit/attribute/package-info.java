/** Attributes as providers build, read and compare them. */
@NullMarked
package dev.corbel.providers.kit.attribute;

import org.jspecify.annotations.NullMarked;
