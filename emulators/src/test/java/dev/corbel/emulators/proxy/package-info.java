@NullMarked
package dev.corbel.emulators.proxy;

import org.jspecify.annotations.NullMarked;
