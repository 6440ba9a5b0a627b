@NullMarked
package dev.corbel.providers.onprem.host;

import org.jspecify.annotations.NullMarked;
