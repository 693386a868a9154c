package org.secondlook.playground.slack;

import java.util.List;
import org.secondlook.playground.slack.blockkit.Blocks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Messages that the app posts, in Slack's own JSON. */
final class BotMessages {

    private BotMessages() {}

    static ObjectNode empty(Workspace workspace) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("type", "message")
                .put("user", workspace.bot().userId())
                .put("bot_id", workspace.bot().botId())
                .put("app_id", workspace.app().id())
                .put("team", workspace.id());
    }

    /** Blocks that break a limit are a fault. */
    static void withBlocks(ObjectNode message, JsonNode blocks) {
        List<String> faults = Blocks.inMessage(blocks);
        if (!faults.isEmpty()) {
            throw new SlackFault("invalid_blocks", faults);
        }
        Ids.complete(blocks);
        message.set("blocks", blocks);
    }
}
