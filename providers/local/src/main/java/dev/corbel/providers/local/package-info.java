/** The provider of this machine: its apps are processes, and a supervisor keeps them running. */
@NullMarked
package dev.corbel.providers.local;

import org.jspecify.annotations.NullMarked;
