@NullMarked
package dev.corbel.providers.onprem.balancer;

import org.jspecify.annotations.NullMarked;
