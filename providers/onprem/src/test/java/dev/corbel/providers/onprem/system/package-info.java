@NullMarked
package dev.corbel.providers.onprem.system;

import org.jspecify.annotations.NullMarked;
