/** What a command needs of an environment on this machine: its folder, and its supervisor. */
@NullMarked
package dev.corbel.providers.local.place;

import org.jspecify.annotations.NullMarked;
