/** Teams activities in, Adaptive Cards out; the only place that knows the Bot Framework. */
@NullMarked
package org.secondlook.teams;

import org.jspecify.annotations.NullMarked;
