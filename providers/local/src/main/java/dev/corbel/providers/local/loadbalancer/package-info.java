/** The load balancer as a resource. */
@NullMarked
package dev.corbel.providers.local.loadbalancer;

import org.jspecify.annotations.NullMarked;
