@NullMarked
package dev.corbel.providers.onprem.firewall;

import org.jspecify.annotations.NullMarked;
