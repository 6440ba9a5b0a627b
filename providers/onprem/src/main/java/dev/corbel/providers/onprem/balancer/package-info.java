/** The balancer before services, HAProxy, and the agents on hosts that tell it to send clients elsewhere. */
@NullMarked
package dev.corbel.providers.onprem.balancer;

import org.jspecify.annotations.NullMarked;
