/** Which Redis the store uses: one that is configured, or one that is started and looked after here. */
@NullMarked
package org.secondlook.store.server;

import org.jspecify.annotations.NullMarked;
