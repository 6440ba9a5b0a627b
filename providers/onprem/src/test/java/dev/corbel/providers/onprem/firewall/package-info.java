/** Shows types of hosts on a real one. */
@NullMarked
package dev.corbel.providers.onprem.firewall;

import org.jspecify.annotations.NullMarked;
