/** A simulator of Azure Resource Manager that is as strict as Azure: tests and people talk to it over HTTPS. */
@NullMarked
package dev.corbel.emulators.arm;

import org.jspecify.annotations.NullMarked;
