package org.secondlook.playground.world;

import java.util.List;
import java.util.stream.Stream;

/** An agency's Slack workspace with the app installed. */
public record SlackWorkspace(String id, String name, String domain, Bot bot, List<User> users, List<Channel> channels) {

    public SlackWorkspace {
        users = List.copyOf(users);
        channels = List.copyOf(channels);
    }

    Stream<Person> people(String partnership) {
        return users.stream().map(user -> new Person(user.name(), user.title(), name, Platform.SLACK, partnership));
    }

    /** What installing the app gave it in this workspace. */
    public record Bot(String userId, String botId, String token) {}

    /** A member of the workspace. */
    public record User(String id, String name, String title) {

        /** How the page names this person. */
        public String handle() {
            return Person.handleOf(name);
        }
    }

    /** A channel with every member of the workspace in it, and the app where it was invited. */
    public record Channel(String id, String name, boolean isPrivate, boolean withApp) {}
}
