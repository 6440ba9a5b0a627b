/** Credentials, region and clients of AWS, and its failures in words. */
@NullMarked
package dev.corbel.state.aws.client;

import org.jspecify.annotations.NullMarked;
