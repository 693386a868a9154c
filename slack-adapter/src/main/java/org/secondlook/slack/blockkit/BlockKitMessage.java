package org.secondlook.slack.blockkit;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/**
 * A message.
 *
 * @param text what stands on a lock screen and what a screen reader begins with
 */
public record BlockKitMessage(String text, List<LayoutBlock> blocks) {

    public BlockKitMessage {
        blocks = List.copyOf(blocks);
    }

    /** The blocks as Slack takes them. */
    public String blocksAsJson() {
        return BlockKit.GSON.toJson(blocks);
    }
}
