@NullMarked
package dev.corbel.providers.aws.backup;

import org.jspecify.annotations.NullMarked;
