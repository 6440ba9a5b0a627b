@NullMarked
package dev.corbel.emulators;

import org.jspecify.annotations.NullMarked;
