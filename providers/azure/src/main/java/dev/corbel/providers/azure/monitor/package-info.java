/** Workspaces for logs. */
@NullMarked
package dev.corbel.providers.azure.monitor;

import org.jspecify.annotations.NullMarked;
