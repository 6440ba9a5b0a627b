@NullMarked
package dev.corbel.providers.local;

import org.jspecify.annotations.NullMarked;
