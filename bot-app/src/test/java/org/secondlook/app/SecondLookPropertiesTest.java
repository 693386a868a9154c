package org.secondlook.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SecondLookPropertiesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://bot:p%40ss%25w@redis.example:6379/0",
                "redis+sentinel://bot:p%40ss@one.example:26379,two.example:26379/second-look/1?sentinel-user=a&sentinel-password=b%26c",
                "rediss+cluster://:p%2Fss@one.example:6379,two.example:6379"
            })
    void takeTheUrlOfARedisAsItIsWritten(String url) {
        assertThat(bound(url).configured()).contains(URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis://:mis^typed@one.example:6379", "redis://:100%mistyped@one.example:6379"})
    void sayOfWhatIsNoUrlWhatToDoWithoutRepeatingIt(String url) {
        SecondLookProperties.Redis redis = bound(url);

        assertThatThrownBy(redis::configured)
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("secondlook.redis.url")
                .hasMessageContaining("percent-encoded")
                .hasMessageNotContaining("typed")
                .hasNoCause();
        assertThat(redis.toString()).doesNotContain("typed");
    }

    @Test
    void knowOfNoRedisWhereNoneIsSet() {
        assertThat(bound("").configured()).isEmpty();
    }

    private static SecondLookProperties.Redis bound(String url) {
        return new Binder(new MapConfigurationPropertySource(Map.of("secondlook.redis.url", url)))
                .bind("secondlook", SecondLookProperties.class)
                .get()
                .redis();
    }
}
