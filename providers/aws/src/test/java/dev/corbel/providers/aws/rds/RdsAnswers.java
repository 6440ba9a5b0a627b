package dev.corbel.providers.aws.rds;

/** What RDS answers, as it writes it. */
final class RdsAnswers {
    private RdsAnswers() {}

    static String error(String code, String message) {
        return "<ErrorResponse><Error><Type>Sender</Type><Code>" + code + "</Code><Message>" + message
                + "</Message></Error><RequestId>request-1</RequestId></ErrorResponse>";
    }

    /** The answer to an action, with its result. */
    static String result(String action, String result) {
        return "<" + action + "Response><" + action + "Result>" + result + "</" + action + "Result></" + action
                + "Response>";
    }

    static String tags(String token) {
        return result(
                "ListTagsForResource",
                "<TagList><Tag><Key>team</Key><Value>network</Value></Tag>" + "<Tag><Key>corbel:operation</Key><Value>"
                        + token + "</Value></Tag></TagList>");
    }
}
