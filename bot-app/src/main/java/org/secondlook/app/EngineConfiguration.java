package org.secondlook.app;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.util.List;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.conversation.ConversationId;
import org.secondlook.core.conversation.FixedViews;
import org.secondlook.core.conversation.Questionnaires;
import org.secondlook.core.message.Texts;
import org.secondlook.core.outbox.Messenger;
import org.secondlook.core.outbox.Pacing;
import org.secondlook.core.turn.Auditor;
import org.secondlook.core.turn.CaseStore;
import org.secondlook.core.turn.Clockwork;
import org.secondlook.core.turn.Gaps;
import org.secondlook.core.turn.Ids;
import org.secondlook.core.turn.Partnerships;
import org.secondlook.core.turn.PostRoom;
import org.secondlook.core.turn.Scenes;
import org.secondlook.core.turn.TurnEngine;
import org.secondlook.core.turn.WhileHeld;
import org.secondlook.store.KeyFile;
import org.secondlook.store.RedisStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine, and what drives it besides people: the clock and the outbox. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    PartnershipFiles partnerships(SecondLookProperties properties, Clocks clocks) {
        return new PartnershipFiles(properties, clocks.cases());
    }

    @Bean
    HolidaysFile holidays(SecondLookProperties properties, Clocks clocks, MeterRegistry meters) {
        HolidaysFile holidays = new HolidaysFile(properties.holidaysFile(), clocks.cases());
        Gauge.builder("secondlook.holidays.known.days", holidays, HolidaysFile::daysKnown)
                .register(meters);
        return holidays;
    }

    @Bean
    Texts texts() {
        return Texts.shipped();
    }

    @Bean
    FixedViews fixedViews(Texts texts) {
        return new FixedViews(texts);
    }

    @Bean
    Scenes scenes(Partnerships partnerships, HolidaysFile holidays, Texts texts, KeyFile keys) {
        return new Scenes(partnerships, holidays, texts, keys.buttons());
    }

    @Bean
    TurnEngine turnEngine(Scenes scenes, CaseStore store, Clocks clocks) {
        return new TurnEngine(scenes, Questionnaires.shipped(), store, clocks.cases(), new TimeOrderedIds());
    }

    @Bean
    Hold hold(RedisStore store, MeterRegistry meters) {
        return new Hold(store.records(), meters);
    }

    @Bean
    Answering answering(Hold hold, TurnEngine engine, Scenes scenes, Clocks clocks) {
        return new Answering(hold, engine, new WhileHeld(scenes, clocks.cases()));
    }

    @Bean
    Gaps gaps(CaseStore store, Clocks clocks) {
        return new Gaps(store, clocks.cases());
    }

    @Bean
    Presence presence(
            SecondLookProperties properties,
            Partnerships partnerships,
            CaseStore store,
            Gaps gaps,
            Hold hold,
            Clocks clocks) {
        return new Presence(partnerships, store, gaps, hold, new StateFile(properties.witnessFile()), clocks);
    }

    /** Whether Redis is what it was, before anybody is served and anything is sent. */
    @Bean
    SmartInitializingSingleton firstLook(Presence presence, Hold hold) {
        return () -> {
            hold.remind();
            presence.run();
        };
    }

    /** Before anybody is served and before the clock takes a turn. */
    @Bean
    SmartInitializingSingleton pinnedProtocols(Partnerships partnerships, CaseStore store) {
        return () -> PinnedProtocols.require(partnerships.all(), store);
    }

    @Bean
    ClockGuard clockGuard(RedisStore store, Clocks clocks, MeterRegistry meters) {
        return new ClockGuard(store.clockSkew(clocks.wire()), clocks.wire(), meters);
    }

    @Bean
    Audits audits(
            Scenes scenes, CaseStore store, Clocks clocks, SecondLookProperties properties, MeterRegistry meters) {
        return new Audits(new Auditor(scenes, store, clocks.cases()), clocks.wire(), properties.heartbeat(), meters);
    }

    @Bean
    DailyRoots dailyRoots(
            SecondLookProperties properties, Partnerships partnerships, RedisStore store, KeyFile keys, Clocks clocks) {
        return new DailyRoots(
                partnerships, store.histories(keys), new Witness(properties.witnessFile()), clocks.cases());
    }

    @Bean
    Workers workers(
            PartnershipFiles partnerships,
            HolidaysFile holidays,
            Scenes scenes,
            CaseStore store,
            List<Messenger> messengers,
            Pacing pacing,
            ClockGuard guard,
            Audits audits,
            KeyFile keys,
            DailyRoots roots,
            Hold hold,
            Presence presence,
            ObjectProvider<SlackSilence> silence,
            Clocks clocks) {
        if (messengers.isEmpty()) {
            throw new SetupException(
                    "Expected Slack or Teams to be set up, but neither is. Set secondlook.slack.signing-secret, or secondlook.teams.registrations, as docs/configuration.md says.");
        }
        return new Workers(
                new Clockwork(scenes, store, clocks.cases()),
                guard,
                new PostRoom(
                        scenes, store, messengers.stream(), pacing, clocks.cases(), clocks.wire(), new SecureRandom()),
                partnerships,
                holidays,
                audits,
                keys,
                roots,
                hold,
                presence,
                silence.stream().toList());
    }

    /** Ids that sort by when they were made. */
    private static final class TimeOrderedIds implements Ids {

        @Override
        public CaseId newCase() {
            return new CaseId(next());
        }

        @Override
        public ConversationId newConversation() {
            return new ConversationId(next());
        }

        private static String next() {
            return UuidCreator.getTimeOrderedEpoch().toString();
        }
    }
}
