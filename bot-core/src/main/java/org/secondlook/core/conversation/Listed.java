package org.secondlook.core.conversation;

import org.secondlook.core.casework.Case;

/**
 * A case in somebody's list.
 *
 * @param scene the world as the protocol has it under which the case began
 */
public record Listed(CaseFile file, Scene scene) {

    Case theCase() {
        return file.theCase();
    }
}
