region('munich') {
    provider = 'simulator'
    zone('m1') { host('alpha') { address = '10.0.0.1' } }
    zone('m2') { host('beta') { address = '10.0.0.2'; roles = ['database'] } }
    host('gamma') { address = '10.0.0.3'; port = 2222; user = 'corbel' }
    app('shop') {
        containers { image = 'web:1'; count = 3 }
    }
}
