/** Tests of the simulator of Azure Resource Manager, as its callers see it. */
@NullMarked
package dev.corbel.emulators.arm;

import org.jspecify.annotations.NullMarked;
