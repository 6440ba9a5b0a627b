/** The firewall of a host: a table of nftables of its own, beside those of others, which are never touched. */
@NullMarked
package dev.corbel.providers.onprem.firewall;

import org.jspecify.annotations.NullMarked;
