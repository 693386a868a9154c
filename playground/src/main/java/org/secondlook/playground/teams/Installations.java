package org.secondlook.playground.teams;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.secondlook.playground.bot.Later;
import org.secondlook.playground.journal.Journal;
import org.secondlook.playground.world.TeamsTenant;
import tools.jackson.databind.node.ObjectNode;

/** Tells the bot, once for each personal chat and each team, that it was added. */
final class Installations {

    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Journal journal;
    private final Tenants tenants;
    private final Activities activities;
    private final Later later;

    Installations(Journal journal, Tenants tenants, Activities activities, Later later) {
        this.journal = journal;
        this.tenants = tenants;
        this.activities = activities;
        this.later = later;
    }

    /** Adds the bot to every team; keeps trying until the bot has heard of it. */
    void addToTeams() {
        for (TeamsTenant tenant : tenants.all()) {
            for (TeamsTenant.Team team : tenant.teams()) {
                later.run(Duration.ZERO, () -> addToTeam(tenant, team));
            }
        }
    }

    /** Called whenever a person opens the personal chat; only the first time counts. */
    void addToChat(Member member) {
        Chat chat = tenants.personalChat(member);
        if (isNew(chat)) {
            later.run(Duration.ZERO, () -> {
                if (!tell(member, chat)) {
                    journal.remove(key(chat));
                }
            });
        }
    }

    private void addToTeam(TeamsTenant tenant, TeamsTenant.Team team) {
        Chat general = tenants.chat(tenant, team.channels().get(0).id()).orElseThrow();
        if (isNew(general) && !tell(new Member(tenant, tenant.users().get(0)), general)) {
            journal.remove(key(general));
            later.run(RETRY, () -> addToTeam(tenant, team));
        }
    }

    private synchronized boolean isNew(Chat chat) {
        boolean isNew = journal.get(key(chat), Boolean.class).isEmpty();
        journal.put(key(chat), true);
        return isNew;
    }

    private boolean tell(Member by, Chat chat) {
        ObjectNode added = described("conversationUpdate", by, chat);
        added.putArray("membersAdded").addObject().put("id", chat.tenant().bot().accountId());
        ObjectNode installed = described("installationUpdate", by, chat).put("action", "add");
        return activities.ask(chat.tenant(), added).ok()
                && activities.ask(chat.tenant(), installed).ok();
    }

    private ObjectNode described(String type, Member by, Chat chat) {
        ObjectNode activity = activities.activity(type, by, chat, "");
        activity.put("id", "f:" + UUID.randomUUID().toString().toLowerCase(Locale.ROOT));
        TeamsTenant.Team team = chat.team();
        if (team != null) {
            ObjectNode data = (ObjectNode) activity.path("channelData");
            data.putObject("team").put("id", team.id()).put("name", team.name()).put("aadGroupId", team.aadGroupId());
            if (type.equals("conversationUpdate")) {
                data.put("eventType", "teamMemberAdded");
            } else {
                data.putObject("settings").putObject("selectedChannel").put("id", chat.id());
            }
        }
        return activity;
    }

    private static String key(Chat chat) {
        return "teams/installed/" + chat.tenant().id() + "/" + chat.id();
    }
}
