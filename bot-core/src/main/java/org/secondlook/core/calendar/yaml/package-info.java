/** Reads files of bank holidays that no rule gives, and reports every fault with file and line. */
@NullMarked
package org.secondlook.core.calendar.yaml;

import org.jspecify.annotations.NullMarked;
