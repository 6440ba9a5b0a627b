@NullMarked
package dev.corbel.providers.aws.ec2;

import org.jspecify.annotations.NullMarked;
