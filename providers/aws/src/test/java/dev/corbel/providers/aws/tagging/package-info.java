@NullMarked
package dev.corbel.providers.aws.tagging;

import org.jspecify.annotations.NullMarked;
