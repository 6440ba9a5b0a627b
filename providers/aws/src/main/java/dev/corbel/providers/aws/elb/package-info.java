/** Load balancers, their listeners and rules, and the target groups behind them. */
@NullMarked
package dev.corbel.providers.aws.elb;

import org.jspecify.annotations.NullMarked;
