package org.secondlook.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.secondlook.teams.settings.ServiceUrls;
import org.secondlook.teams.token.Caller;
import org.secondlook.teams.token.Refusal;

/**
 * What must hold of an activity around what it says: its shape, since the Bot Framework SDK fails on some that lack a
 * part; and that it is what its token was given for, since the token does not sign the body.
 */
final class Envelope {

    private static final String CHANNEL = "msteams";

    /** Ids become part of the names of turns and of the paths of requests. */
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,400}");

    private final ServiceUrls serviceUrls;

    Envelope(ServiceUrls serviceUrls) {
        this.serviceUrls = serviceUrls;
    }

    /** Whether every part that is read stands where it should. */
    boolean isWellFormed(JsonNode activity) {
        String type = text(activity, "/type");
        boolean common = !type.isEmpty()
                && isId(activity, "/conversation/id")
                && isIdIfThere(activity, "/from/id")
                && isIdIfThere(activity, "/from/aadObjectId");
        return switch (type) {
            case "message" -> common && isAnswerable(activity);
            case "invoke" ->
                common
                        && isAnswerable(activity)
                        && !text(activity, "/name").isEmpty()
                        && activity.path("value").isObject();
            default -> common;
        };
    }

    /** Why an activity is not believed, though its token is good. */
    Optional<Refusal> refusal(JsonNode activity, Caller caller) {
        String serviceUrl = text(activity, "/serviceUrl");
        if (serviceUrl.isEmpty()) {
            return Optional.of(Refusal.NO_SERVICE_URL);
        }
        if (!serviceUrl.equalsIgnoreCase(caller.serviceUrl())) {
            return Optional.of(Refusal.OTHER_SERVICE_URL);
        }
        if (!serviceUrls.allows(serviceUrl)) {
            return Optional.of(Refusal.SERVICE_URL_NOT_ALLOWED);
        }
        if (!text(activity, "/channelId").equals(CHANNEL)) {
            return Optional.of(Refusal.OTHER_CHANNEL);
        }
        return tenantRefusal(activity, caller);
    }

    /** Teams leaves out the tenant of the conversation in some events of a team, but never that of the channel data. */
    private static Optional<Refusal> tenantRefusal(JsonNode activity, Caller caller) {
        String tenant = text(activity, "/channelData/tenant/id");
        String ofConversation = text(activity, "/conversation/tenantId");
        if (tenant.isEmpty()) {
            return Optional.of(Refusal.NO_TENANT);
        }
        if (!ofConversation.isEmpty() && !ofConversation.equalsIgnoreCase(tenant)) {
            return Optional.of(Refusal.TENANTS_DIFFER);
        }
        return caller.registration().serves(tenant) ? Optional.empty() : Optional.of(Refusal.TENANT_NOT_ALLOWED);
    }

    private static boolean isAnswerable(JsonNode activity) {
        return isId(activity, "/id") && isId(activity, "/from/id") && isIdIfThere(activity, "/replyToId");
    }

    private static boolean isIdIfThere(JsonNode activity, String pointer) {
        return activity.at(pointer).isMissingNode() || activity.at(pointer).isNull() || isId(activity, pointer);
    }

    private static boolean isId(JsonNode activity, String pointer) {
        return ID.matcher(text(activity, pointer)).matches();
    }

    private static String text(JsonNode activity, String pointer) {
        String text = activity.at(pointer).textValue();
        return text == null ? "" : text;
    }
}
