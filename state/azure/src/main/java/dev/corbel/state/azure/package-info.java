/** State in a container of Azure Blob Storage. */
@NullMarked
package dev.corbel.state.azure;

import org.jspecify.annotations.NullMarked;
