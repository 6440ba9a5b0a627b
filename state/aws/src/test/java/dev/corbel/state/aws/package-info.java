@NullMarked
package dev.corbel.state.aws;

import org.jspecify.annotations.NullMarked;
