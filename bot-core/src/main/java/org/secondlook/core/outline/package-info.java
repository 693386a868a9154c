/** A protocol in plain words, for whoever answers for it. */
@NullMarked
package org.secondlook.core.outline;

import org.jspecify.annotations.NullMarked;
