/** Tests of the archives that Corbel is installed from. */
@NullMarked
package dev.corbel.dist;

import org.jspecify.annotations.NullMarked;
