// An application load balancer in front of the app's containers: those without a label, or the first.
def labels = app.labels('containers')
def front = labels.contains('') || labels.isEmpty() ? containers : containers[labels[0]]
def check = labels.isEmpty() ? null : front.healthCheck
def ownCertificate = loadBalancer.has('domain') && !loadBalancer.has('certificate')
def ownZone = ownCertificate && !loadBalancer.has('hostedZone')
def awaited = ownCertificate && (loadBalancer.waitForDomain || !ownZone)
def secure = awaited || loadBalancer.has('certificate')
def entered = ownZone || (loadBalancer.has('domain') && loadBalancer.has('hostedZone'))
def dnsZone = ownZone ? aws_route53_zone.main.zone_id : loadBalancer.hostedZone
def clients = loadBalancer.internal ? region.cidr : '0.0.0.0/0'
// AWS keeps names that begin so for itself.
def name = cloudName(maximum: 32).startsWith('internal-') ? "lb-${cloudName(maximum: 29)}" : cloudName(maximum: 32)
def tlsPolicy = secure ? 'ELBSecurityPolicy-TLS13-1-2-2021-06' : null
def certificate = awaited ? aws_acm_certificate_validation.main.certificate_arn : loadBalancer.certificate

if (region.zoneKeys.size() < 2) {
    refuse('A load balancer of AWS needs two zones', "Write zones = 2 in region '${region.label}', or more.", input: 'region.zones')
}

resource('aws_security_group', 'balancer') {
    name_prefix = "${cloudName()}-"
    description = "Load balancer of ${app.label} in ${environment.name}"
    vpc_id      = aws_vpc.main.id
    tags        = [Name: cloudName()]

    lifecycle { createBeforeDestroy = true }
}

resource('aws_vpc_security_group_ingress_rule', 'balancer', forEach: secure ? ['80', '443'] : ['80']) { port ->
    security_group_id = aws_security_group.balancer.id
    description       = 'From the clients'
    ip_protocol       = 'tcp'
    from_port         = port.toInteger()
    to_port           = port.toInteger()
    cidr_ipv4         = clients
}

resource('aws_lb', 'main') {
    name                       = name
    internal                   = loadBalancer.internal
    load_balancer_type         = 'application'
    subnets                    = loadBalancer.internal ? aws_subnet.private*.id : aws_subnet.public*.id
    security_groups            = [aws_security_group.balancer.id]
    drop_invalid_header_fields = true
}

if (labels) {
    // A rule for each port: that of the old containers goes once none of them runs any more.
    resource('aws_vpc_security_group_egress_rule', 'balancer', forEach: ["${front.port}".toString()]) { port ->
        security_group_id            = aws_security_group.balancer.id
        ip_protocol                  = 'tcp'
        from_port                    = port.toInteger()
        to_port                      = port.toInteger()
        referenced_security_group_id = front.aws_security_group.containers.id
    }

    // The rule had no port in its address before: to delete it and create its like would cut the app off in between.
    moved(from: aws_vpc_security_group_egress_rule.balancer, to: aws_vpc_security_group_egress_rule.balancer["${front.port}"])

    // Its name is made by AWS's rules for prefixes, so that a new one can stand beside the old one.
    resource('aws_lb_target_group', 'main') {
        name_prefix          = (app.label.toLowerCase().replaceAll('[^a-z0-9]', '').take(5) ?: 'app') + '-'
        port                 = front.port
        protocol             = 'HTTP'
        target_type          = 'ip'
        vpc_id               = aws_vpc.main.id
        deregistration_delay = 30
        tags                 = [Name: name]

        health_check {
            protocol            = 'HTTP'
            path                = check ? check.path : '/'
            interval            = check ? seconds(check.interval) : 10
            timeout             = check ? seconds(check.timeout) : 5
            healthy_threshold   = check ? check.healthyThreshold : 2
            unhealthy_threshold = check ? check.unhealthyThreshold : 3
            matcher             = '200-399'
        }
        stickiness {
            type            = 'lb_cookie'
            enabled         = loadBalancer.stickySessions
            cookie_duration = 86400
        }
        // The port is that of targets which are registered without one. ECS says it of each, so a group takes containers of
        // two ports at once, and need not be replaced for another port.
        lifecycle { createBeforeDestroy = true; ignoreChanges = ['port'] }
    }

    // ECS takes a target group only where some listener forwards to it. This one lets a new group in while the one that
    // people reach still forwards to the old. No rule of the security group lets anybody in here.
    resource('aws_lb_listener', 'targets') {
        load_balancer_arn = aws_lb.main.arn
        port              = 65535
        protocol          = secure ? 'HTTPS' : 'HTTP'
        ssl_policy        = tlsPolicy
        certificate_arn   = certificate

        default_action {
            type             = 'forward'
            target_group_arn = aws_lb_target_group.main.arn
        }
    }
}

resource('aws_lb_listener', 'main') {
    load_balancer_arn = aws_lb.main.arn
    port              = secure ? 443 : 80
    protocol          = secure ? 'HTTPS' : 'HTTP'
    ssl_policy        = tlsPolicy
    certificate_arn   = certificate
    dependsOn         = labels ? [front.aws_ecs_service.main] : []

    default_action {
        type             = labels ? 'forward' : 'fixed-response'
        target_group_arn = labels ? aws_lb_target_group.main.arn : null
        if (!labels) {
            fixed_response {
                content_type = 'text/plain'
                status_code  = '404'
            }
        }
    }
}

if (secure) {
    resource('aws_lb_listener', 'redirect') {
        load_balancer_arn = aws_lb.main.arn
        port              = 80
        protocol          = 'HTTP'
        dependsOn         = [aws_lb_listener.main]

        default_action {
            type = 'redirect'
            redirect {
                protocol    = 'HTTPS'
                port        = '443'
                status_code = 'HTTP_301'
            }
        }
    }
}

if (ownZone) {
    resource('aws_route53_zone', 'main') { name = loadBalancer.domain }
}

if (entered) {
    resource('aws_route53_record', 'main') {
        zone_id = dnsZone
        name    = loadBalancer.domain
        type    = 'A'

        alias {
            name                   = aws_lb.main.dns_name
            zone_id                = aws_lb.main.zone_id
            evaluate_target_health = true
        }
    }
}

if (ownCertificate) {
    resource('aws_acm_certificate', 'main') {
        domain_name       = loadBalancer.domain
        validation_method = 'DNS'

        lifecycle { createBeforeDestroy = true }
    }

    resource('aws_route53_record', 'validation') {
        zone_id         = dnsZone
        name            = aws_acm_certificate.main.domain_validation_options[0].resource_record_name
        type            = aws_acm_certificate.main.domain_validation_options[0].resource_record_type
        records         = [aws_acm_certificate.main.domain_validation_options[0].resource_record_value]
        ttl             = 60
        allow_overwrite = true
    }

    if (awaited) {
        resource('aws_acm_certificate_validation', 'main') {
            certificate_arn         = aws_acm_certificate.main.arn
            validation_record_fqdns = [aws_route53_record.validation.fqdn]
            if (ownZone) {
                while_waiting = "waits until the domain above ${loadBalancer.domain} names its name servers: ${aws_route53_zone.main.name_servers.map { it.join(', ') }}"
            }
        }
    }
}

output('host') { value = aws_lb.main.dns_name }
output('nameServers') { value = ownZone ? aws_route53_zone.main.name_servers : null }
output('url') {
    value = loadBalancer.has('domain') ? "${secure ? 'https' : 'http'}://${loadBalancer.domain}"
            : secure ? "https://${aws_lb.main.dns_name}" : "http://${aws_lb.main.dns_name}"
}
