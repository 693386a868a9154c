package org.secondlook.core.conversation;

/**
 * A case in somebody's list.
 *
 * @param scene the world as the protocol has it under which the case began
 */
public record Listed(CaseFile file, Scene scene) {}
