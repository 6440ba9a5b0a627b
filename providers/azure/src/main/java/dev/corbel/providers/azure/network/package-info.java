/** Networks, their subnets and rules, addresses and gateways. */
@NullMarked
package dev.corbel.providers.azure.network;

import org.jspecify.annotations.NullMarked;
