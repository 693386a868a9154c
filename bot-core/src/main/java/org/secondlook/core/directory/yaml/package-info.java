/** Directory files: reads the agencies, posts and people of a partnership and checks that everybody can be found. */
@NullMarked
package org.secondlook.core.directory.yaml;

import org.jspecify.annotations.NullMarked;
