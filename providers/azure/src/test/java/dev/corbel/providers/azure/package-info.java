/**
 * Tests of the provider. The judges of definitions go by facts in {@code src/test/resources}: {@code azurerm.txt} is the schema
 * of Terraform's provider azurerm 5.2.0 (commit 69697b7f), an attribute a line: type, path, kind, flags and default; {@code
 * arm.txt} has the types of Azure Resource Manager by Azure/bicep-types-az (commit 1f896de2), an object a line: type, path and
 * properties with kind, {@code *} for required, {@code -} for read-only and {@code +} for write-only.
 */
@NullMarked
package dev.corbel.providers.azure;

import org.jspecify.annotations.NullMarked;
