/** Classes that each break a rule of the house, so that the rules can be seen to catch them. */
package org.secondlook.app.architecture.planted;
