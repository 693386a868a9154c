/** The case: its history, its open obligations, and every rule by which it changes. */
@NullMarked
package org.secondlook.core.casework;

import org.jspecify.annotations.NullMarked;
