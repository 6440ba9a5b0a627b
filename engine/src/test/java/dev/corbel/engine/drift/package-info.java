@NullMarked
package dev.corbel.engine.drift;

import org.jspecify.annotations.NullMarked;
