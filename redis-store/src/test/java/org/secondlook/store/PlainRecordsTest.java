package org.secondlook.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondlook.store.server.TestServer;
import redis.clients.jedis.UnifiedJedis;

class PlainRecordsTest {

    private final UnifiedJedis redis = TestServer.shared().redis();
    private final PlainRecords records = new PlainRecords(new PatientRedis(redis));

    @BeforeEach
    void none() {
        redis.del("secondlook:record:chat");
    }

    @Test
    void areEmptyUntilSomethingIsKept() {
        assertThat(records.find("chat")).isEmpty();
    }

    @Test
    void areReplacedAsAWhole() {
        assertThat(records.replace("chat", Map.of("user", "29:a", "chat", "a:1")))
                .isEmpty();
        assertThat(records.replace("chat", Map.of("user", "29:b"))).isEqualTo(Map.of("user", "29:a", "chat", "a:1"));

        assertThat(records.find("chat")).isEqualTo(Map.of("user", "29:b"));
    }

    @Test
    void tellOnlyOneThatItWasFirst() {
        List<Map<String, String>> before = IntStream.range(0, 50)
                .parallel()
                .mapToObj(i -> records.replace("chat", Map.of("user", "29:" + i)))
                .toList();

        assertThat(before).filteredOn(Map::isEmpty).hasSize(1);
    }
}
