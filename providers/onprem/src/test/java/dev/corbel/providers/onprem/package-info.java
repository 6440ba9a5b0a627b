@NullMarked
package dev.corbel.providers.onprem;

import org.jspecify.annotations.NullMarked;
