/** Rules about the shape of JSON, whose faults name the place by JSON pointer. */
@NullMarked
package org.secondlook.playground.shape;

import org.jspecify.annotations.NullMarked;
