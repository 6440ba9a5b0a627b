// The ingress of the app's containers: those without a label, or the first. It is a part of their container app.
def labels = app.labels('containers')
def front = labels.contains('') || labels.isEmpty() ? containers : containers[labels[0]]

if (loadBalancer.has('domain') || loadBalancer.has('certificate') || loadBalancer.has('hostedZone')) {
    refuse('Container apps of Azure have no domains of their own here yet', 'Leave out domain, certificate and hostedZone: Azure gives a name and its certificate.', input: loadBalancer.has('domain') ? 'loadBalancer.domain' : null)
}
if (labels.isEmpty()) {
    refuse('A load balancer of Azure is a part of containers', "Write containers { } in app '${app.label}', or leave out loadBalancer.")
}
if (app.labels('loadBalancer').size() > 1) {
    refuse('An app of Azure has one load balancer', 'A container app has one ingress. Leave out the others, or write an app for each.')
}

def name = "${front.name}.${azurerm_container_app_environment.main.default_domain}"

output('host') { value = name }
output('nameServers') { value = null }
output('url') { value = "https://${name}" }
