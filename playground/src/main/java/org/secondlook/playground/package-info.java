/** A fake Slack, a fake Teams and a web page showing both sides of a case. */
@NullMarked
package org.secondlook.playground;

import org.jspecify.annotations.NullMarked;
