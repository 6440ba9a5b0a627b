@NullMarked
package dev.corbel.providers.aws.secrets;

import org.jspecify.annotations.NullMarked;
