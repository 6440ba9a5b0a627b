@NullMarked
package dev.corbel.state.model;

import org.jspecify.annotations.NullMarked;
