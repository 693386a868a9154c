/** Messages that are recorded before they are sent, and what becomes of them. */
@NullMarked
package org.secondlook.core.outbox;

import org.jspecify.annotations.NullMarked;
