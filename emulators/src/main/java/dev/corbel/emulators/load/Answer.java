package dev.corbel.emulators.load;

import java.time.Duration;
import java.time.Instant;

/**
 * The outcome of one request.
 *
 * @param client the number of the client that sent it, from 0
 * @param sent the time when it was sent
 * @param took the time until the answer was there, or until there was none
 * @param status the status of HTTP; 0 where there was no answer
 * @param body the body, or the reason why there was no answer
 */
public record Answer(int client, Instant sent, Duration took, int status, String body) {

    /** Whether it is what a user wanted. */
    public boolean succeeded() {
        return status >= 200 && status < 400;
    }

    /** The time when the answer was there. */
    public Instant received() {
        return sent.plus(took);
    }
}
