/** The invented agencies and people of the playground, read from YAML files. */
@NullMarked
package org.secondlook.playground.world;

import org.jspecify.annotations.NullMarked;
