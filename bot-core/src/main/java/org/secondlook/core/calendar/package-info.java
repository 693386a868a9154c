/** Working days, bank holidays, and deadlines that show their working. */
@NullMarked
package org.secondlook.core.calendar;

import org.jspecify.annotations.NullMarked;
