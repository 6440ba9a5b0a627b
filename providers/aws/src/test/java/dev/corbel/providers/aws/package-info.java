@NullMarked
package dev.corbel.providers.aws;

import org.jspecify.annotations.NullMarked;
