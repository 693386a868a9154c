/** Stories of cases told as transcripts: a person says, the bot replies, the clock moves on. */
@NullMarked
package org.secondlook.core.story;

import org.jspecify.annotations.NullMarked;
