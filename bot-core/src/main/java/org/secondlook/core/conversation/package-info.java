/** One person's progress through the questions of a task, and the screens they see on the way. */
@NullMarked
package org.secondlook.core.conversation;

import org.jspecify.annotations.NullMarked;
