# The same as in mixed.groovy.
provider "aws" {
  region            = "eu-central-1"
  s3_use_path_style = true
}

locals {
  apps  = { for number in range(23) : "app-${number}" => number }
  zones = { a = 0, b = 1, c = 2 }
  in_zones = merge([for app, number in local.apps : {
    for zone, at in local.zones : "${app}-${zone}" => { app = app, zone = zone, net = number * 3 + at }
  }]...)
  numbered = { for count in [2, 3, 4, 10] : count => merge([for app, number in local.apps : {
    for at in range(count) : "${app}-${at}" => { app = app, number = at }
  }]...) }
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_subnet" "app" {
  for_each          = local.in_zones
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-central-1${each.value.zone}"
  cidr_block        = "10.0.${each.value.net}.0/24"
}

resource "aws_route_table" "app" {
  for_each = local.apps
  vpc_id   = aws_vpc.main.id
}

resource "aws_route" "app" {
  for_each               = local.apps
  route_table_id         = aws_route_table.app[each.key].id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.main.id
}

resource "aws_route_table_association" "app" {
  for_each       = local.in_zones
  subnet_id      = aws_subnet.app[each.key].id
  route_table_id = aws_route_table.app[each.value.app].id
}

resource "aws_security_group" "app" {
  for_each = local.numbered[3]
  name     = each.key
  vpc_id   = aws_vpc.main.id
}

resource "aws_vpc_security_group_ingress_rule" "app" {
  for_each          = local.numbered[10]
  security_group_id = aws_security_group.app["${each.value.app}-${each.value.number % 3}"].id
  cidr_ipv4         = "10.1.${each.value.number}.0/24"
  ip_protocol       = "tcp"
  from_port         = 8080
  to_port           = 8080
}

resource "aws_vpc_security_group_egress_rule" "app" {
  for_each          = local.numbered[3]
  security_group_id = aws_security_group.app[each.key].id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"
}

resource "aws_lb" "app" {
  for_each           = local.apps
  name               = each.key
  load_balancer_type = "application"
  security_groups    = [aws_security_group.app["${each.key}-0"].id]
  subnets            = [aws_subnet.app["${each.key}-a"].id, aws_subnet.app["${each.key}-b"].id]
}

resource "aws_lb_target_group" "app" {
  for_each    = local.apps
  name        = each.key
  port        = 8080
  protocol    = "HTTP"
  target_type = "ip"
  vpc_id      = aws_vpc.main.id
}

resource "aws_lb_listener" "app" {
  for_each          = local.apps
  load_balancer_arn = aws_lb.app[each.key].arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.app[each.key].arn
  }
}

resource "aws_cloudwatch_log_group" "app" {
  for_each          = local.numbered[2]
  name              = "/apps/${each.key}"
  retention_in_days = 30
}

resource "aws_cloudwatch_metric_alarm" "app" {
  for_each            = local.numbered[4]
  alarm_name          = each.key
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 2
  metric_name         = "CPUUtilization"
  namespace           = "AWS/ECS"
  period              = 60
  statistic           = "Average"
  threshold           = 80
}

resource "aws_sqs_queue" "app" {
  for_each = local.numbered[2]
  name     = each.key
}

resource "aws_iam_role" "app" {
  for_each = local.numbered[2]
  name     = each.key
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ecs-tasks.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy" "app" {
  for_each = local.numbered[2]
  name     = each.key
  role     = aws_iam_role.app[each.key].name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sqs:SendMessage", Resource = "*" }]
  })
}

resource "aws_s3_bucket" "app" {
  for_each = local.apps
  bucket   = "corbel-benchmark-${each.key}"
}

resource "aws_s3_bucket_public_access_block" "app" {
  for_each                = local.apps
  bucket                  = aws_s3_bucket.app[each.key].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_versioning" "app" {
  for_each = local.apps
  bucket   = aws_s3_bucket.app[each.key].id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_kms_key" "app" {
  for_each    = local.apps
  description = each.key
}

resource "aws_kms_alias" "app" {
  for_each      = local.apps
  name          = "alias/${each.key}"
  target_key_id = aws_kms_key.app[each.key].key_id
}

resource "aws_secretsmanager_secret" "app" {
  for_each = local.apps
  name     = each.key
}
