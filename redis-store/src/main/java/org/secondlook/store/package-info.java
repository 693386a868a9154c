/** The ports of the core on Redis; the only place that knows a key. */
@NullMarked
package org.secondlook.store;

import org.jspecify.annotations.NullMarked;
