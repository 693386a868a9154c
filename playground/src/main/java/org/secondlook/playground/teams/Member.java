package org.secondlook.playground.teams;

import java.util.Locale;
import org.secondlook.playground.world.TeamsTenant;
import org.secondlook.playground.world.TeamsTenant.User;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A person in their tenant. */
record Member(TeamsTenant tenant, User user) {

    /** This person as the sender of an activity. */
    ObjectNode account() {
        return JsonMapper.shared()
                .createObjectNode()
                .put("id", user.id())
                .put("name", user.name())
                .put("aadObjectId", user.aadObjectId());
    }

    /** This person as the Connector lists them in a roster. */
    ObjectNode rosterEntry() {
        String[] names = user.name().split(" ", 2);
        String address =
                user.handle() + "@" + tenant.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-") + ".example";
        return account()
                .put("objectId", user.aadObjectId())
                .put("givenName", names[0])
                .put("surname", names.length == 2 ? names[1] : "")
                .put("email", address)
                .put("userPrincipalName", address)
                .put("tenantId", tenant.id())
                .put("userRole", "user");
    }
}
