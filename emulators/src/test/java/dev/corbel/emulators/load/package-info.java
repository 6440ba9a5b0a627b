@NullMarked
package dev.corbel.emulators.load;

import org.jspecify.annotations.NullMarked;
