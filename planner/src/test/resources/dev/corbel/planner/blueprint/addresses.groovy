region('eu') {
    provider = 'simulator'
    app('shop') {
        loadBalancer { }
        database { }
        bucket('files') { }
    }
}

output('url') { value = app.shop.url }
output('database') { value = app.shop.database.url }
output('files') { value = app.shop.bucket.files.url }
output('zones') { value = region.eu.zoneNames }
