package org.secondlook.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.ObjectInputStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.secondlook.core.message.PrivateNote;

/** The rules of the house (docs/architecture.md), for the packages under a root. */
final class Rules {

    /** The packages of bot-core; each uses only those before it. */
    static final List<String> CORE = List.of(
            "yaml",
            "protocol",
            "directory",
            "calendar",
            "message",
            "reminder",
            "routing",
            "casework",
            "outbox",
            "outline",
            "conversation",
            "turn");

    private static final Set<String> CLOCK_READERS =
            Set.of("now", "currentTimeMillis", "systemUTC", "systemDefaultZone", "system");

    private final String root;

    Rules(String root) {
        this.root = root;
    }

    /** Every rule, by what it says. */
    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        Stream.of(modules(), libraries(), bans()).forEach(rules::putAll);
        return rules;
    }

    private Map<String, ArchRule> modules() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "bot-core uses itself and its few libraries",
                classes()
                        .that()
                        .resideInAPackage(module("core"))
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                module("core"),
                                "java..",
                                "org.jspecify..",
                                "org.slf4j..",
                                "com.ibm.icu..",
                                "de.focus_shift..",
                                "org.snakeyaml.."));
        rules.put(
                "a package of bot-core uses only those before it",
                classes().that().resideInAPackage(module("core")).should(useOnlyEarlierPackages()));
        for (String module : List.of("store", "slack", "teams")) {
            rules.put(module + " sees bot-core alone", sees(module, module, "core"));
        }
        rules.put("playground sees no other module", sees("playground", "playground"));
        rules.put(
                "nothing but the application sees the playground",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(module("app"), module("playground"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(module("playground")));
        return rules;
    }

    private Map<String, ArchRule> libraries() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("YAML", only("org.snakeyaml..", "core.yaml"));
        rules.put("bank holidays", only("de.focus_shift..", "core.calendar"));
        rules.put("wording", only("com.ibm.icu..", "core.message"));
        rules.put("Jedis", only("redis.clients..", "store"));
        rules.put("encryption", only("com.google.crypto.tink..", "store"));
        rules.put("Slack's SDK", only("com.slack.api..", "slack"));
        rules.put("Microsoft's SDK", only("com.microsoft..", "teams"));
        rules.put("Spring", only("org.springframework..", "teams", "playground", "app"));
        Map<String, ArchRule> named = new LinkedHashMap<>();
        rules.forEach((what, rule) -> named.put(what + " stays where it belongs", rule));
        return named;
    }

    private Map<String, ArchRule> bans() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "time comes from a clock that was handed in",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(module("app"), module("playground"))
                        .should()
                        .callMethodWhere(readsAClockOfItsOwn()));
        rules.put(
                "bot-core makes nothing up by chance",
                noClasses()
                        .that()
                        .resideInAPackage(module("core"))
                        .should()
                        .dependOnClassesThat(DescribedPredicate.describe(
                                "draw by chance",
                                c -> c.isAssignableTo(Random.class) || c.isEquivalentTo(UUID.class))));
        rules.put(
                "private notes are out of reach of what sends",
                noClasses()
                        .that()
                        .resideInAnyPackage(
                                module("core.outbox"), module("core.turn"), module("slack"), module("teams"))
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(PrivateNote.class));
        rules.put(
                "nothing is written past the log, but by commands at a terminal",
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .and()
                        .doNotHaveSimpleName("SecondLookApplication")
                        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                        .orShould(GeneralCodingRules.USE_JAVA_UTIL_LOGGING));
        rules.put("what a class needs, its constructor says", GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION);
        rules.put(
                "nothing is read by Java serialization",
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(ObjectInputStream.class));
        return rules;
    }

    private ArchRule sees(String module, String... others) {
        String[] allowed = Stream.of(others).map(this::module).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(module(module))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(root + "..").and(DescribedPredicate.not(resideInAnyPackage(allowed))));
    }

    private ArchRule only(String library, String... places) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(Stream.of(places).map(this::module).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private ArchCondition<JavaClass> useOnlyEarlierPackages() {
        return new ArchCondition<>("use only packages before their own") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                int own = place(item);
                item.getDirectDependenciesFromSelf().stream()
                        .filter(d -> d.getTargetClass()
                                .getBaseComponentType()
                                .getPackageName()
                                .startsWith(root + ".core."))
                        .filter(d -> place(d.getTargetClass().getBaseComponentType()) > own)
                        .forEach(d -> events.add(SimpleConditionEvent.violated(item, d.getDescription())));
            }
        };
    }

    private int place(JavaClass type) {
        String below = type.getPackageName().substring((root + ".core.").length());
        int place = CORE.indexOf(below.split("\\.", 2)[0]);
        if (place < 0) {
            throw new IllegalStateException("Expected a package of the list, but got " + type.getPackageName());
        }
        return place;
    }

    private static DescribedPredicate<JavaCall<?>> readsAClockOfItsOwn() {
        return DescribedPredicate.describe("read a clock of their own", call -> {
            String owner = call.getTargetOwner().getName();
            boolean time = owner.startsWith("java.time.") || owner.equals(System.class.getName());
            boolean handedIn =
                    call.getTarget().getRawParameterTypes().stream().anyMatch(p -> p.isEquivalentTo(Clock.class));
            return time && CLOCK_READERS.contains(call.getName()) && !handedIn;
        });
    }

    private String module(String name) {
        return root + "." + name + "..";
    }
}
