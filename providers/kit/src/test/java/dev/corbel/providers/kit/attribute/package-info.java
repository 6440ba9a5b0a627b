@NullMarked
package dev.corbel.providers.kit.attribute;

import org.jspecify.annotations.NullMarked;
