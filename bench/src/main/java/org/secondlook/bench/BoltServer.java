package org.secondlook.bench;

import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.builtin.RequestVerification;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * The least that a turn of Slack's can cost with Slack's own SDK: Bolt checks the signature, reads the request and writes a
 * modal of the usual size as the answer; one record is read, and one script writes as much as a turn does.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class BoltServer {

    /** Starts it. */
    public static void main(String[] arguments) {
        SpringApplication.run(BoltServer.class, arguments);
    }

    @Bean
    ServletRegistrationBean<HttpServlet> boltServlet(
            @Value("${bare.redis}") URI redis,
            @Value("${bare.secret}") String secret,
            @Value("${bare.record}") int record,
            @Value("${bare.turn}") int turn,
            @Value("${bare.modal}") Path modal)
            throws IOException {
        BareTurn bare = new BareTurn(redis, record, turn);
        View view = GsonFactory.createSnakeCase().fromJson(Files.readString(modal), View.class);
        App app = new App(
                AppConfig.builder().signingSecret(secret).build(),
                List.of(new RequestVerification(new SlackSignature.Verifier(new SlackSignature.Generator(secret)))));
        app.viewSubmission(Pattern.compile(".*"), (request, context) -> {
            bare.take(
                    request.getPayload().getUser().getId(), request.getPayload().getTriggerId());
            return context.ack(answer -> answer.responseAction("update").view(view));
        });
        return new ServletRegistrationBean<>(new Bolt(app.start()), Slack.PATH);
    }

    private static final class Bolt extends HttpServlet {

        private final transient App app;
        private final transient SlackRequestParser parser;

        Bolt(App app) {
            this.app = app;
            this.parser = new SlackRequestParser(app.config());
        }

        @Override
        protected void doPost(HttpServletRequest http, HttpServletResponse response)
                throws IOException, ServletException {
            Map<String, List<String>> headers = Collections.list(http.getHeaderNames()).stream()
                    .collect(Collectors.toMap(name -> name, name -> Collections.list(http.getHeaders(name))));
            Request<?> request = parser.parse(SlackRequestParser.HttpRequest.builder()
                    .requestUri(http.getRequestURI())
                    .requestBody(new String(http.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .headers(new RequestHeaders(headers))
                    .build());
            try {
                Response answer = request == null
                        ? Response.builder()
                                .statusCode(HttpServletResponse.SC_UNAUTHORIZED)
                                .build()
                        : app.run(request);
                response.setStatus(answer.getStatusCode());
                if (answer.getBody() != null) {
                    response.setContentType(answer.getContentType());
                    response.getOutputStream().write(answer.getBody().getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw e;
            } catch (Exception e) {
                // App.run declares it.
                throw new ServletException(e);
            }
        }
    }
}
