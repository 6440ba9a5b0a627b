/** A proxy in front of an emulator of AWS: fills its gaps, counts calls, and makes trouble when asked to. */
@NullMarked
package dev.corbel.emulators.proxy;

import org.jspecify.annotations.NullMarked;
