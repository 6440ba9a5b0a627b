/** Connections over SSH: keys, agent, host keys, bastions and the user's own configuration. */
@NullMarked
package dev.corbel.providers.onprem.ssh;

import org.jspecify.annotations.NullMarked;
