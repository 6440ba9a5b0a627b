/** Shows types of hosts on a real one. */
@NullMarked
package dev.corbel.providers.onprem.balancer;

import org.jspecify.annotations.NullMarked;
