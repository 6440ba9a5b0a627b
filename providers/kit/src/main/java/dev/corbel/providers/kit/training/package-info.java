/** Uses each part of a provider once, so that the launcher's class archive holds what commands load of it. */
@NullMarked
package dev.corbel.providers.kit.training;

import org.jspecify.annotations.NullMarked;
