@NullMarked
package dev.corbel.providers.aws.cloudwatch;

import org.jspecify.annotations.NullMarked;
