/** The invented agencies and people of the playground, read from one YAML file. */
@NullMarked
package org.secondlook.playground.world;

import org.jspecify.annotations.NullMarked;
