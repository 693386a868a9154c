package org.secondlook.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.secondlook.core.casework.CaseId;
import org.secondlook.core.directory.PartnershipId;
import org.secondlook.core.directory.PersonId;
import org.secondlook.core.directory.PostId;
import org.secondlook.core.turn.CaseStore.Committed;
import org.secondlook.core.turn.Commit.CaseWrite;

/**
 * What is kept beside the logs of cases and can be worked out from them: lists, due times, which cases are open, and the
 * counters of references. Each case is put right in one step, and only if nothing happened in it since it was read, so
 * that all of it can be done while the application runs.
 */
public final class Indexes {

    private static final Script FORWARD = Script.of("clock.lua");

    private final PatientRedis redis;
    private final Sweep sweep;
    private final Keys keys;
    private final Map<String, Set<String>> lists;

    Indexes(PartnershipId partnership, PatientRedis server) {
        this.redis = server;
        this.sweep = new Sweep(redis);
        this.keys = new Keys(partnership);
        this.lists = Stream.of(keys.list(new PostId("*")), keys.list(new PersonId("*")))
                .flatMap(pattern -> sweep.keys(pattern).stream())
                .collect(Collectors.toMap(Function.identity(), list -> redis.ask(r -> r.smembers(list))));
    }

    /** Every case there is. */
    public List<CaseId> cases() {
        return sweep.fields(keys.dataKeys()).stream()
                .map(Map.Entry::getKey)
                .sorted()
                .map(CaseId::new)
                .toList();
    }

    /**
     * Puts right what stands beside a case.
     *
     * @return false if something happened in it since
     */
    public boolean put(CaseWrite write) {
        Set<String> belongs = new HashSet<>();
        write.posts().forEach(post -> belongs.add(keys.list(post)));
        write.people().forEach(person -> belongs.add(keys.list(person)));
        Steps steps = new Steps().askLength(keys, write.id(), write.version());
        unlist(steps, write.id(), belongs);
        belongs.forEach(list -> steps.write("SADD", list, write.id()).write("SADD", keys.lists(write.id()), list));
        write.open()
                .ifPresentOrElse(
                        protocol -> steps.write("HSET", keys.open(), write.id(), protocol),
                        () -> steps.write("HDEL", keys.open(), write.id()));
        steps.takeOut(keys.cases(), write.id().value());
        write.due().ifPresent(due -> steps.putIn(keys.cases(), write.id(), due));
        return steps.run(redis) == Committed.STORED;
    }

    /** Takes out whatever stands for cases that are not there. */
    public void removeStrays() {
        Set<String> strays = new HashSet<>();
        lists.values().forEach(strays::addAll);
        sweep.fields(keys.open()).forEach(field -> strays.add(field.getKey()));
        strays.addAll(redis.ask(r -> r.zrange(keys.cases().waiting(), 0, -1)));
        strays.addAll(redis.ask(r -> r.zrange(keys.cases().leased(), 0, -1)));
        cases().forEach(theCase -> strays.remove(theCase.value()));
        for (String stray : strays) {
            CaseId id = new CaseId(stray);
            Steps steps = new Steps().askLength(keys, id, 0).write("HDEL", keys.open(), id);
            unlist(steps, id, Set.of());
            steps.takeOut(keys.cases(), stray).run(redis);
        }
    }

    private void unlist(Steps steps, CaseId theCase, Set<String> belongs) {
        Set<String> stands = new HashSet<>(redis.ask(r -> r.smembers(keys.lists(theCase))));
        lists.forEach((list, members) ->
                Optional.of(list).filter(l -> members.contains(theCase.value())).ifPresent(stands::add));
        stands.stream()
                .filter(list -> !belongs.contains(list))
                .forEach(list -> steps.write("SREM", list, theCase).write("SREM", keys.lists(theCase), list));
    }

    /** No number of that year up to this one is given again. */
    public void numberAtLeast(int year, long number) {
        redis.run(
                FORWARD,
                List.of(keys.number(year)),
                List.of(String.valueOf(number).getBytes(UTF_8)));
    }
}
