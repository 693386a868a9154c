/** A partnership's procedure as data: stages, levels, clocks, duties, gates and forms. */
@NullMarked
package org.secondlook.core.protocol;

import org.jspecify.annotations.NullMarked;
