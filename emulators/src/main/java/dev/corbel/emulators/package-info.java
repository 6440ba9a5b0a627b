/** Real peers for tests: emulators of clouds, each a process on this machine. */
@NullMarked
package dev.corbel.emulators;

import org.jspecify.annotations.NullMarked;
