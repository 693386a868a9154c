/** Configuration, wiring, workers and health of the application. */
@NullMarked
package org.secondlook.app;

import org.jspecify.annotations.NullMarked;
