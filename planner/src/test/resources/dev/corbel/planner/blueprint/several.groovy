region('berlin') {
    provider = 'simulator'
    zones    = ['west', 'east', 'north']
    app('shop') {
        containers('web') { image = 'web:1'; scale { min = 4; max = 8 } }
        containers('worker') { image = 'worker:1'; count = 0 }
        loadBalancer('public') { }
        loadBalancer('private') { internal = true }
        database('main') { deletionProtection = false }
        database('audit') { highAvailability = true; deletionProtection = false }
        bucket('files') { deletionProtection = false }
    }
    app('news') {
        containers { image = 'news:1' }
    }
}
