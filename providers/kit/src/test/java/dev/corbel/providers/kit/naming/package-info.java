@NullMarked
package dev.corbel.providers.kit.naming;

import org.jspecify.annotations.NullMarked;
