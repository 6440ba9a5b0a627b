@NullMarked
package dev.corbel.providers.kit.call;

import org.jspecify.annotations.NullMarked;
