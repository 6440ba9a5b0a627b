@NullMarked
package dev.corbel.providers.aws.elb;

import org.jspecify.annotations.NullMarked;
