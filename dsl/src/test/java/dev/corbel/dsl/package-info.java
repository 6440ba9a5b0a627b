@NullMarked
package dev.corbel.dsl;

import org.jspecify.annotations.NullMarked;
