package org.secondlook.store.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondlook.store.StoreSetupException;
import org.secondlook.store.server.RedisUrl.Credentials;
import org.secondlook.store.server.RedisUrl.Kind;
import redis.clients.jedis.HostAndPort;

class RedisAddressTest {

    private static final HostAndPort ONE = new HostAndPort("one.example", 6379);
    private static final HostAndPort TWO = new HostAndPort("two-b.example", 6380);
    private static final Credentials NOBODY = new Credentials(Optional.empty(), Optional.empty());

    private static RedisUrl parsed(String url) {
        return RedisUrl.parse(URI.create(url));
    }

    private static Credentials somebody(String name, String password) {
        return new Credentials(Optional.of(name), Optional.of(password));
    }

    @Test
    void isOneServer() {
        RedisUrl url = parsed("rediss://bot:p%40s%2Bs+@one.example:6379/2");

        assertThat(url.kind()).isEqualTo(Kind.SINGLE);
        assertThat(url.tls()).isTrue();
        assertThat(url.hosts()).containsExactly(ONE);
        assertThat(url.database()).isEqualTo(2);
        assertThat(url.user()).isEqualTo(somebody("bot", "p@s+s+"));
    }

    @Test
    void isOneServerWithAPasswordOnlyOrWithNothing() {
        assertThat(parsed("redis://:secret@one.example:6379").user())
                .isEqualTo(new Credentials(Optional.empty(), Optional.of("secret")));
        assertThat(parsed("redis://one.example:6379/").user()).isEqualTo(NOBODY);
    }

    @Test
    void isAPrimaryThatSentinelsName() {
        RedisUrl url = parsed(
                "redis+sentinel://bot:secret@one.example:6379,two-b.example:6380/second-look/1?sentinel-user=watch&sentinel-password=a%26b");

        assertThat(url.kind()).isEqualTo(Kind.SENTINEL);
        assertThat(url.tls()).isFalse();
        assertThat(url.hosts()).containsExactly(ONE, TWO);
        assertThat(url.primary()).isEqualTo("second-look");
        assertThat(url.database()).isEqualTo(1);
        assertThat(url.user()).isEqualTo(somebody("bot", "secret"));
        assertThat(url.atSentinels()).isEqualTo(somebody("watch", "a&b"));
    }

    @Test
    void isACluster() {
        RedisUrl url = parsed("rediss+cluster://:secret@one.example:6379,two-b.example:6380");

        assertThat(url.kind()).isEqualTo(Kind.CLUSTER);
        assertThat(url.hosts()).containsExactly(ONE, TWO);
        assertThat(url.atSentinels()).isEqualTo(NOBODY);
    }

    @ParameterizedTest
    @CsvSource({
        "http://:mistyped@one.example:6379, something else",
        "redis+sentinels://:mistyped@one.example:6379/a, something else",
        "redis:mistyped, something else",
        "redis://:mistyped@one.example, a host without a name or a port",
        "redis://:mistyped@:6379, a host without a name or a port",
        "'redis+cluster://:mistyped@one.example:6379,two.example', a host without a name or a port",
        "'redis://:mistyped@one.example:6379,two.example:6379', several hosts for one server",
        "redis://:mistyped@one.example:6379/first, not the number of a database",
        "redis://:mistyped@one.example:6379/1/2, not the number of a database",
        "redis+sentinel://:mistyped@one.example:26379, no name of the primary",
        "redis+sentinel://:mistyped@one.example:26379/a/first, not the number of a database",
        "redis+sentinel://:mistyped@one.example:26379/a?password=mistyped, other than sentinel-user and sentinel-password",
        "redis://:mistyped@one.example:6379?sentinel-user=a, other than sentinel-user and sentinel-password",
        "redis+cluster://:mistyped@one.example:6379/1, of which a cluster has none"
    })
    void saysWhatIsWrongWithoutRepeatingIt(String url, String sentence) {
        assertThatThrownBy(() -> new RedisAddress(URI.create(url)))
                .isInstanceOf(StoreSetupException.class)
                .hasMessageContaining("secondlook.redis.url")
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("mistyped");
    }

    @Test
    void isWrittenWithoutPasswords() {
        RedisAddress address = new RedisAddress(
                URI.create(
                        "redis+sentinel://bot:secret@one.example:6379,two-b.example:6380/second-look?sentinel-password=secret"));

        assertThat(address).hasToString("second-look at one.example:6379, two-b.example:6380");
    }
}
