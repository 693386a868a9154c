package org.secondlook.app;

import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.message.Texts;
import org.secondlook.core.message.Wording;
import org.secondlook.core.yaml.FaultyFileException;
import org.secondlook.store.KeyFile;
import org.secondlook.store.RedisStore;
import org.secondlook.store.StoreSetupException;
import org.secondlook.store.StoreUnavailableException;
import org.secondlook.store.UnreadableDataException;
import org.secondlook.store.server.ServerSettings;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Profiles;

/** The commands that work on what is stored, with the same settings as the application. */
final class StoreCommands {

    private static final Map<String, Function<Desk, Commands.Said>> ALL = Map.of(
            "rotate-key", desk -> new KeyCommands(desk).rotate(),
            "remove-old-keys",
                    desk -> new KeyCommands(desk).removeOld(desk.options().contains("--at-once")),
            "verify-history", desk -> new VerifyCommand(desk).run(),
            "rebuild", desk -> new RebuildCommand(desk).run(),
            "erase-case", desk -> new EraseCommand(desk).run(desk.options().contains("--open-too")),
            "backup", desk -> new BackupCommand(desk).run(),
            "restore", desk -> new RestoreCommand(desk).run(),
            "hold", desk -> new HoldCommands(desk).status(),
            "release-hold", desk -> new HoldCommands(desk).release());

    private StoreCommands() {}

    /**
     * What a command works with.
     *
     * @param clock the case clock
     * @param operands what stands behind its name
     * @param options whatever begins with two hyphens
     */
    record Desk(
            SecondLookProperties properties,
            RedisStore store,
            KeyFile keys,
            Clock clock,
            List<String> operands,
            List<String> options,
            Wording wording) {

        Collection<PartnershipId> partnerships() {
            return properties.partnerships().keySet().stream()
                    .sorted()
                    .map(PartnershipId::new)
                    .toList();
        }

        /** The machine's clock. */
        Clock wire() {
            return Clock.systemUTC();
        }

        Witness witness() {
            return new Witness(properties.witnessFile());
        }

        String say(String key, Object... arguments) {
            return wording.say(key, arguments);
        }

        Commands.Said done(String key, Object... arguments) {
            return new Commands.Said(List.of(wording.say(key, arguments)), true);
        }

        Commands.Said refused(String key, Object... arguments) {
            return new Commands.Said(List.of(wording.say(key, arguments)), false);
        }
    }

    /** Only the settings: nothing else of the application is started. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(SecondLookProperties.class)
    static class Settings {}

    /** Runs the command that these arguments are; nothing if they are none. */
    static Optional<Commands.Said> run(Clock clock, String... arguments) {
        return Optional.ofNullable(arguments.length == 0 ? null : ALL.get(arguments[0]))
                .map(command -> run(clock, command, Arrays.asList(arguments).subList(1, arguments.length)));
    }

    private static Commands.Said run(Clock system, Function<Desk, Commands.Said> command, List<String> arguments) {
        List<String> options =
                arguments.stream().filter(a -> a.startsWith("--")).toList();
        List<String> operands =
                arguments.stream().filter(a -> !a.startsWith("--")).toList();
        SpringApplicationBuilder builder = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false);
        try (ConfigurableApplicationContext context = builder.run(options.toArray(String[]::new))) {
            SecondLookProperties properties = context.getBean(SecondLookProperties.class);
            boolean playground = context.getEnvironment().acceptsProfiles(Profiles.of("playground"));
            KeyFile keys = KeyFile.open(playground ? properties.dataDir().resolve("keys.json") : properties.keys());
            SecondLookProperties.Redis redis = properties.redis();
            try (RedisStore store = RedisStore.open(
                    new ServerSettings(redis.configured(), redis.server(), properties.dataDir()), redis.durable())) {
                Clock clock = playground ? store.clock(system) : system;
                Wording wording = new Wording(Texts.shipped(), Locale.ENGLISH);
                return command.apply(new Desk(properties, store, keys, clock, operands, options, wording));
            }
        } catch (StoreSetupException
                | StoreUnavailableException
                | UnreadableDataException
                | SetupException
                | FaultyFileException e) {
            return new Commands.Said(List.of(String.valueOf(e.getMessage())), false);
        }
    }
}
