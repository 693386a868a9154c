/** The platforms without a playground: servers that speak their protocols, and people who sign as they do. */
@NullMarked
package org.secondlook.app.trial.wire;

import org.jspecify.annotations.NullMarked;
