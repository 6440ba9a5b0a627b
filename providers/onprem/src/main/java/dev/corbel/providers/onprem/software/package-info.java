/** Software of a host. */
@NullMarked
package dev.corbel.providers.onprem.software;

import org.jspecify.annotations.NullMarked;
