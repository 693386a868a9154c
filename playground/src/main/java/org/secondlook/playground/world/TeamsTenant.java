package org.secondlook.playground.world;

import java.util.List;
import java.util.stream.Stream;

/** An agency's Microsoft 365 tenant with its own registration of the bot. */
public record TeamsTenant(String id, String name, Bot bot, List<User> users, List<Team> teams) {

    public TeamsTenant {
        users = List.copyOf(users);
        teams = List.copyOf(teams);
    }

    Stream<Person> people(String partnership) {
        return users.stream().map(user -> new Person(user.name(), user.title(), name, Platform.TEAMS, partnership));
    }

    /** The tenant's own registration of the bot. */
    public record Bot(String appId, String appSecret, String name) {

        /** The bot as Teams names it in an activity. */
        public String accountId() {
            return "28:" + appId;
        }
    }

    /** A user of the tenant. */
    public record User(String id, String aadObjectId, String name, String title) {

        /** How the page names this person. */
        public String handle() {
            return Person.handleOf(name);
        }

        /** The one personal conversation that this user has with the bot. */
        public String conversationId() {
            return "a:" + handle();
        }
    }

    /** A team that every user of the tenant belongs to; its first channel is General and shares its id. */
    public record Team(String id, String aadGroupId, String name, List<Channel> channels) {

        public Team {
            channels = List.copyOf(channels);
        }
    }

    /** A channel of a team. */
    public record Channel(String id, String name) {}
}
