/** The playground: both platforms imitated, a clock that can be moved, and nothing to configure. Profile only. */
@NullMarked
package org.secondlook.app.playground;

import org.jspecify.annotations.NullMarked;
