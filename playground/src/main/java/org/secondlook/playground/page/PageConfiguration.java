package org.secondlook.playground.page;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the page and its HTTP interface together. */
@Configuration(proxyBeanMethods = false)
@Import({PeopleController.class, SlackPageController.class, TeamsPageController.class, PageFaults.class})
public class PageConfiguration {

    private static final String POLICY = "default-src 'self'; img-src 'self' https: data:; object-src 'none';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** The page runs nothing but its own scripts, whatever a message says. */
    @Bean
    Filter contentSecurityPolicy() {
        return (request, response, chain) -> {
            HttpServletResponse http = (HttpServletResponse) response;
            http.setHeader("Content-Security-Policy", POLICY);
            http.setHeader("X-Content-Type-Options", "nosniff");
            http.setHeader("Referrer-Policy", "no-referrer");
            chain.doFilter(request, response);
        };
    }
}
