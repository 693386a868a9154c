/** Protocol packs: reads a partnership's procedure from YAML and checks that it can be carried out. */
@NullMarked
package org.secondlook.core.protocol.yaml;

import org.jspecify.annotations.NullMarked;
