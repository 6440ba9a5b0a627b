/** Sessions with AWS: configuration, credentials, shared clients, retries and what failures mean. */
@NullMarked
package dev.corbel.providers.aws.client;

import org.jspecify.annotations.NullMarked;
