/**
 * Types of Azure as definitions on top of Azure Resource Manager: one JSON body that is put, patched, read and deleted under an
 * id.
 */
@NullMarked
package dev.corbel.providers.azure.arm;

import org.jspecify.annotations.NullMarked;
