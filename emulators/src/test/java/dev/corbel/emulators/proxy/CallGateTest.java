package dev.corbel.emulators.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corbel.emulators.MotoExtension;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({MotoExtension.class, ProxyExtension.class})
class CallGateTest {
    private static final String CREATE = "{\"clusterName\":\"%s\"}";

    private static HttpResponse<String> ecs(AwsProxy proxy, String operation, String body) throws Exception {
        return new BareCalls(proxy).json("ecs", "AmazonEC2ContainerServiceV20141113." + operation, body);
    }

    private static String clusters(AwsProxy proxy) throws Exception {
        return ecs(proxy, "ListClusters", "{}").body();
    }

    private static CompletableFuture<HttpResponse<String>> create(AwsProxy proxy, String cluster) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return ecs(proxy, "CreateCluster", CREATE.formatted(cluster));
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    private static void awaitReached(HeldCall held) throws InterruptedException {
        for (int i = 0; i < 500 && !held.isReached(); i++) {
            Thread.sleep(20);
        }
        assertThat(held.isReached()).isTrue();
    }

    @Test
    void holdsTheCallWithTheNumberAndNoOther(AwsProxy proxy) throws Exception {
        HeldCall held = proxy.hold("ecs", 2, HeldCall.Moment.BEFORE);
        assertThat(create(proxy, "first").get().statusCode()).isEqualTo(200);
        assertThat(clusters(proxy)).contains("first");
        assertThat(held.isReached()).isFalse();

        CompletableFuture<HttpResponse<String>> second = create(proxy, "second");
        awaitReached(held);
        assertThat(create(proxy, "third").get().statusCode()).isEqualTo(200);
        assertThat(clusters(proxy)).contains("third").doesNotContain("second");
        assertThat(second).isNotDone();
        held.release();

        assertThatThrownBy(second::get).hasRootCauseInstanceOf(IOException.class);
        assertThat(clusters(proxy)).doesNotContain("second");
    }

    @Test
    void holdsTheAnswerOfWhatWasDone(AwsProxy proxy) throws Exception {
        HeldCall held = proxy.hold("ecs", 1, HeldCall.Moment.AFTER);

        CompletableFuture<HttpResponse<String>> first = create(proxy, "first");
        awaitReached(held);
        assertThat(clusters(proxy)).contains("first");
        proxy.reset();

        assertThatThrownBy(first::get).hasRootCauseInstanceOf(IOException.class);
    }
}
