/** The process that keeps the processes of one environment running. It needs no class of Corbel's commands. */
@NullMarked
package dev.corbel.providers.local.supervisor;

import org.jspecify.annotations.NullMarked;
