package org.secondlook.teams.connector;

import com.microsoft.bot.restclient.credentials.ServiceClientCredentials;
import java.io.IOException;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.secondlook.teams.settings.Registration;
import org.secondlook.teams.settings.ServiceUrls;
import org.secondlook.teams.settings.TeamsSettings.Timeouts;
import org.secondlook.teams.token.AccessTokens;

/**
 * Gives the access token of a registration to requests, just before each goes out and only to where it may go. The
 * credentials of the Bot Framework SDK would send it to any host. It also takes away what a client of this service needs
 * not: redirects, cookies, and silent second attempts.
 */
final class BotCredentials implements ServiceClientCredentials {

    private final Registration registration;
    private final AccessTokens tokens;
    private final ServiceUrls allowed;
    private final Timeouts timeouts;

    BotCredentials(Registration registration, AccessTokens tokens, ServiceUrls allowed, Timeouts timeouts) {
        this.registration = registration;
        this.tokens = tokens;
        this.allowed = allowed;
        this.timeouts = timeouts;
    }

    @Override
    public void applyCredentialsFilter(OkHttpClient.Builder client) {
        client.followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .cookieJar(CookieJar.NO_COOKIES)
                .dns(new PublicAddresses(allowed, Dns.SYSTEM))
                .connectTimeout(timeouts.connect())
                .readTimeout(timeouts.answer())
                .writeTimeout(timeouts.answer())
                .callTimeout(timeouts.answer())
                .addNetworkInterceptor(this::authorize);
    }

    private Response authorize(Interceptor.Chain chain) throws IOException {
        HttpUrl url = chain.request().url();
        if (!allowed.allows(url.scheme(), url.host(), url.port())) {
            throw new IOException("Expected an allowed host, but found %s".formatted(url.host()));
        }
        return chain.proceed(chain.request()
                .newBuilder()
                .header("Authorization", "Bearer " + tokens.of(registration))
                .build());
    }
}
