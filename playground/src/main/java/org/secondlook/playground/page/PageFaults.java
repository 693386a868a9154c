package org.secondlook.playground.page;

import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Requests for what is not there, or that make no sense. */
@RestControllerAdvice(assignableTypes = {PeopleController.class, SlackPageController.class, TeamsPageController.class})
final class PageFaults {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Map<String, String> absent(NoSuchElementException fault) {
        return Map.of("error", String.valueOf(fault.getMessage()));
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Map<String, String> senseless(IllegalArgumentException fault) {
        return Map.of("error", String.valueOf(fault.getMessage()));
    }
}
