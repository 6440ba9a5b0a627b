package dev.corbel.emulators.load;

import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One client of a {@link Load}. */
final class LoadClient implements Runnable {
    private final int number;
    private final LoadPlan plan;
    private final CountDownLatch stopping;
    private final CountDownLatch answered;
    private final HttpClient http;
    private final HttpRequest request;
    private final List<Answer> answers = new ArrayList<>();

    LoadClient(int number, LoadPlan plan, CountDownLatch stopping, CountDownLatch answered) {
        this.number = number;
        this.plan = plan;
        this.stopping = stopping;
        this.answered = answered;
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(plan.timeout());
        this.http = (plan.cookies() ? builder.cookieHandler(new CookieManager()) : builder).build();
        this.request =
                HttpRequest.newBuilder(plan.address()).timeout(plan.timeout()).build();
    }

    @Override
    public void run() {
        try {
            do {
                Answer answer = ask();
                synchronized (answers) {
                    answers.add(answer);
                }
                answered.countDown();
            } while (!stopping.await(plan.pause().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer ask() throws InterruptedException {
        Instant sent = Instant.now();
        long start = System.nanoTime();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(number, sent, since(start), response.statusCode(), response.body());
        } catch (IOException failure) {
            return new Answer(number, sent, since(start), 0, failure.toString());
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Those until now. */
    List<Answer> answers() {
        synchronized (answers) {
            return List.copyOf(answers);
        }
    }
}
