/** Strict reading of YAML files: every fault with its file, its line and a sentence. */
@NullMarked
package org.secondlook.core.yaml;

import org.jspecify.annotations.NullMarked;
