package dev.corbel.providers.aws.ec2;

/** The direction of a rule's traffic; the attribute of {@code aws_security_group} is called so. */
enum Direction {
    INGRESS("ingress"),
    EGRESS("egress");

    private final String attribute;

    Direction(String attribute) {
        this.attribute = attribute;
    }

    String attribute() {
        return attribute;
    }
}
