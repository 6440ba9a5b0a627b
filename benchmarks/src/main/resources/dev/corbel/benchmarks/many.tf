# The same as in many.groovy.
provider "aws" {
  region            = "eu-central-1"
  s3_use_path_style = true
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_security_group" "many" {
  for_each = toset([for number in range(200) : "group-${number}"])
  name     = each.key
  vpc_id   = aws_vpc.main.id
}

resource "aws_s3_bucket" "many" {
  for_each = toset([for number in range(100) : "corbel-benchmark-${number}"])
  bucket   = each.key
}
