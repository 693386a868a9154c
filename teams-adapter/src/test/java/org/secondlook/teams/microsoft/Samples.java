package org.secondlook.teams.microsoft;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Activities as Teams sends them, in the shape that Microsoft documents, of people who do not exist. */
public final class Samples {

    public static final String TENANT = "11111111-0000-4000-8000-000000000001";
    public static final String PRIYA = "11111111-0000-4000-8000-000000000102";
    public static final String PRIYA_IN_TEAMS =
            "29:1bSnHZ7Js2STWrgk6ScEErLk1Lp2zQuD5H2qQ960rtvstKp8tKLl-3r8b6DoW0QxZimuTxk_kupZ1DBMpvIQQUA";
    public static final String CHAT = "a:1pL6i0oY3C0K8oAj8n";
    public static final String CHANNEL = "19:6b9b6c1d@thread.tacv2";
    public static final String THREAD = CHANNEL + ";messageid=1764583200000";

    private Samples() {}

    /** A copy that may be changed. */
    public static ObjectNode activity(String name, String serviceUrl) {
        try (var in = Samples.class.getResourceAsStream("/activities/" + name + ".json")) {
            ObjectNode activity = (ObjectNode) new JsonMapper().readTree(in);
            return activity.put("serviceUrl", serviceUrl);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
