@NullMarked
package dev.corbel.providers.onprem.unit;

import org.jspecify.annotations.NullMarked;
