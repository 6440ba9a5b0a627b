@NullMarked
package dev.corbel.providers.aws.logs;

import org.jspecify.annotations.NullMarked;
