// An app is what stands in it.
output('url') { value = app.labels('loadBalancer').size() == 1 ? loadBalancer.url : null }
