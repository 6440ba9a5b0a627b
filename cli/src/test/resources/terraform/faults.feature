Feature: Rules of a team, some of which the definition breaks

  Scenario: Buckets have the prefix of the team
    Given I have aws_s3_bucket defined
    Then it must have bucket
    And its value must match the "acme-.*" regex

  Scenario: Versioned buckets are versioned
    Given I have aws_s3_bucket_versioning defined
    Then it must have versioning_configuration
    Then it must have status
    And its value must match the "Enabled" regex

  Scenario: Databases are encrypted
    Given I have aws_db_instance defined
    Then it must have storage_encrypted
    And its value must be true

  Scenario: Nobody reaches SSH from everywhere
    Given I have aws_security_group defined
    When it has ingress
    Then it must have ingress
    Then it must not have tcp protocol and port 22 for 0.0.0.0/0

  Scenario: Listeners speak TLS
    Given I have aws_lb_listener defined
    Then it must have protocol
    And its value must be HTTPS
