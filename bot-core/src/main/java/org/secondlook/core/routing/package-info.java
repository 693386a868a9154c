/** Who holds the equivalent post in the other agency, and why this one. */
@NullMarked
package org.secondlook.core.routing;

import org.jspecify.annotations.NullMarked;
