// A machine that is there already: the facts about it, and the table for the rules of the apps on it. What no rule is about is
// let in, as before.
resource('onprem_host', 'host') { name = host.label }

resource('onprem_package', 'nftables') {
    name      = 'nftables'
    dependsOn = [onprem_host.host]
}

resource('onprem_firewall', 'apps') {
    name      = 'apps'
    policy    = 'accept'
    dependsOn = [onprem_package.nftables]
}
