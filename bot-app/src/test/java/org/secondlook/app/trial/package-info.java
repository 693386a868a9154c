/** What tests of the whole application have in common. */
@NullMarked
package org.secondlook.app.trial;

import org.jspecify.annotations.NullMarked;
