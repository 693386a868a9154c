package org.secondlook.app;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether anything is set for a platform. Then everything must be: half a platform must not be left out in silence. */
abstract class PlatformCondition implements Condition {

    private final String settings;

    PlatformCondition(String settings) {
        this.settings = settings;
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return Binder.get(context.getEnvironment())
                .bind(settings, Bindable.mapOf(String.class, Object.class))
                .isBound();
    }

    /** Whether the bot is in Slack. */
    static final class InSlack extends PlatformCondition {

        InSlack() {
            super("secondlook.slack");
        }
    }

    /** Whether the bot is in Teams. */
    static final class InTeams extends PlatformCondition {

        InTeams() {
            super("secondlook.teams");
        }
    }
}
