/** What is shown to people, free of platform: views, texts in their language, and the port that delivers them. */
@NullMarked
package org.secondlook.core.message;

import org.jspecify.annotations.NullMarked;
