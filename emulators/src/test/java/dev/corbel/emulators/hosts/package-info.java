@NullMarked
package dev.corbel.emulators.hosts;

import org.jspecify.annotations.NullMarked;
