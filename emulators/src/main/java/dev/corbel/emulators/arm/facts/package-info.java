/** The facts that the simulator of ARM knows of resource types: versions, verbs, bodies and behaviour. */
@NullMarked
package dev.corbel.emulators.arm.facts;

import org.jspecify.annotations.NullMarked;
