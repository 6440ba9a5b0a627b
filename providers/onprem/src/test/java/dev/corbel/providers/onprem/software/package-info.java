/** Shows types of hosts on a real one. */
@NullMarked
package dev.corbel.providers.onprem.software;

import org.jspecify.annotations.NullMarked;
