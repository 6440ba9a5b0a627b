package dev.corbel.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corbel.cli.testing.AwsSettings;
import dev.corbel.emulators.MotoExtension;
import dev.corbel.emulators.MotoServer;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A folder for a project on the emulator of AWS, and what somebody does there by hand. */
@ExtendWith(MotoExtension.class)
abstract class CloudFixture {
    static final String REGION = "eu-central-1";

    @TempDir
    Path directory;

    private AwsSettings settings = new AwsSettings();

    @BeforeEach
    void prepare(MotoServer moto) {
        settings = AwsSettings.forEmulator(moto.endpoint(), directory);
    }

    @AfterEach
    void restore() {
        settings.close();
    }

    /** The text of the first element of this name. */
    static String first(String answer, String element) {
        Matcher found =
                Pattern.compile("<" + element + ">([^<]*)</" + element + ">").matcher(answer);
        assertThat(found.find()).as(answer).isTrue();
        return found.group(1);
    }

    /** The id of the first object of the network that a filter fits. */
    static String id(MotoServer moto, String action, String filter, String value, String element) {
        return first(
                moto.query(
                        "ec2",
                        REGION,
                        "Action=" + action + "&Version=2016-11-15&Filter.1.Name=" + filter + "&Filter.1.Value.1="
                                + value),
                element);
    }

    static void queue(MotoServer moto, String name, String tag, String value) {
        moto.query(
                "sqs",
                REGION,
                "Action=CreateQueue&Version=2012-11-05&QueueName=" + name + "&Tag.1.Key=" + tag + "&Tag.1.Value="
                        + value);
    }

    static void role(MotoServer moto, String name, String tags) {
        moto.query(
                "iam",
                "us-east-1",
                "Action=CreateRole&Version=2010-05-08&RoleName=" + name + "&AssumeRolePolicyDocument="
                        + "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%5D%7D" + tags);
    }
}
