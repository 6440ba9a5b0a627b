/** The HTTP proxy in front of containers, in the process of the supervisor. */
@NullMarked
package dev.corbel.providers.local.balancer;

import org.jspecify.annotations.NullMarked;
