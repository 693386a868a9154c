/** Agencies, their posts, who holds them and how to reach those people. */
@NullMarked
package org.secondlook.core.directory;

import org.jspecify.annotations.NullMarked;
