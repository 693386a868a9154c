/** When a person is nudged about what they owe. */
@NullMarked
package org.secondlook.core.reminder;

import org.jspecify.annotations.NullMarked;
