/** Measures the application beside others who do the same (docs/benchmarks.md). */
@NullMarked
package org.secondlook.bench;

import org.jspecify.annotations.NullMarked;
