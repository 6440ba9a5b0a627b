package dev.corbel.emulators.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.corbel.emulators.MotoExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({MotoExtension.class, ProxyExtension.class})
class AwsProxyTest {
    @Test
    void passesCallsOnAndCountsThem(AwsProxy proxy) throws Exception {
        BareCalls calls = new BareCalls(proxy);
        assertThat(calls.query("ec2", "Action=CreateVpc&Version=2016-11-15&CidrBlock=10.98.0.0/16")
                        .body())
                .contains("10.98.0.0/16");
        calls.query("ec2", "Action=DescribeVpcs&Version=2016-11-15");
        calls.query("ec2", "Action=DescribeVpcs&Version=2016-11-15");
        calls.rest("s3", "PUT", "/acme-files", "");
        assertThat(calls.rest("s3", "GET", "/acme-files?tagging", "").statusCode())
                .isEqualTo(404);

        assertThat(proxy.calls())
                .isEqualTo(Map.of(
                        new ApiCall("ec2", "CreateVpc"), 1,
                        new ApiCall("ec2", "DescribeVpcs"), 2,
                        new ApiCall("s3", "CreateBucket"), 1,
                        new ApiCall("s3", "GetBucketTagging"), 1));
        proxy.reset();
        assertThat(proxy.calls()).isEmpty();
    }

    @Test
    void namesAFailureOfTheEmulatorItself() throws Exception {
        HttpServer broken = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        broken.createContext("/", exchange -> {
            byte[] page = "<!doctype html><title>500</title>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(500, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        broken.start();
        try (AwsProxy proxy = AwsProxy.before(
                URI.create("http://127.0.0.1:" + broken.getAddress().getPort()))) {
            BareCalls calls = new BareCalls(proxy);
            HttpResponse<String> answer =
                    calls.json("ecs", "AmazonEC2ContainerServiceV20141113.PutClusterCapacityProviders", "{}");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .isEqualTo("{\"__type\":\"EmulatorGap\",\"message\":\"The emulator has no ecs"
                            + " PutClusterCapacityProviders, or fails in it.\"}");
            assertThat(calls.query("ec2", "Action=CreateFleet").body())
                    .isEqualTo("<Response><Errors><Error><Code>EmulatorGap</Code><Message>The emulator has no ec2"
                            + " CreateFleet, or fails in it.</Message></Error></Errors><RequestID>proxy</RequestID>"
                            + "</Response>");
        } finally {
            broken.stop(0);
        }
    }

    private List<Integer> statuses(BareCalls calls, int count) throws InterruptedException {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            try {
                statuses.add(calls.query("ec2", "Action=CreateVpc&Version=2016-11-15&CidrBlock=10.97.0.0/16")
                        .statusCode());
            } catch (IOException lost) {
                statuses.add(0);
            }
        }
        return statuses;
    }

    @Test
    void makesTheSameTroubleForTheSameSeed(AwsProxy proxy) throws Exception {
        BareCalls calls = new BareCalls(proxy);
        Faults faults = new Faults(7, 0.2, 0.2, 0.2, 0);
        proxy.inject(faults);
        List<Integer> first = statuses(calls, 40);
        proxy.reset();
        proxy.inject(faults);
        List<Integer> second = statuses(calls, 40);
        proxy.reset();

        assertThat(first).isEqualTo(second).contains(200, 503, 500, 0);
        assertThat(statuses(calls, 10)).containsOnly(200);
    }

    @Test
    void failsAfterTheDeed(AwsProxy proxy) throws Exception {
        BareCalls calls = new BareCalls(proxy);
        proxy.inject(new Faults(1, 0, 1, 0, 0));
        assertThat(calls.query("ec2", "Action=CreateVpc&Version=2016-11-15&CidrBlock=10.96.0.0/16")
                        .statusCode())
                .isEqualTo(500);
        proxy.inject(new Faults(1, 0, 0, 1, 0));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> calls.query("ec2", "Action=CreateVpc&Version=2016-11-15&CidrBlock=10.95.0.0/16"));
        proxy.inject(Faults.NONE);

        assertThat(calls.query("ec2", "Action=DescribeVpcs&Version=2016-11-15").body())
                .contains("10.96.0.0/16", "10.95.0.0/16");
    }

    @Test
    void hidesNewObjectsFromTheFirstReads(AwsProxy proxy) throws Exception {
        BareCalls calls = new BareCalls(proxy);
        proxy.inject(new Faults(3, 0, 0, 0, 1_000_000));
        String vpc = calls.query("ec2", "Action=CreateVpc&Version=2016-11-15&CidrBlock=10.94.0.0/16")
                .body()
                .replaceAll("(?s).*<vpcId>([^<]+)</vpcId>.*", "$1");

        assertThat(calls.query("ec2", "Action=DescribeVpcs&Version=2016-11-15&VpcId.1=" + vpc)
                        .body())
                .contains("<Code>InvalidVpcID.NotFound</Code>");
        assertThat(calls.query(
                                "ec2",
                                "Action=DescribeVpcs&Version=2016-11-15&Filter.1.Name=vpc-id&Filter.1.Value.1=" + vpc)
                        .body())
                .isEqualTo("<DescribeVpcsResponse><requestId>proxy</requestId></DescribeVpcsResponse>");
        proxy.reset();
        assertThat(calls.query("ec2", "Action=DescribeVpcs&Version=2016-11-15&VpcId.1=" + vpc)
                        .body())
                .contains("10.94.0.0/16");
    }
}
