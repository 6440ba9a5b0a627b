/** Settings of the kernel and of name lookups, and commands of one's own. */
@NullMarked
package dev.corbel.providers.onprem.system;

import org.jspecify.annotations.NullMarked;
