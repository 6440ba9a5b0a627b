resource('test_network', 'main') {
    range = '10.0.0.0/8'

resource('test_server', 'a') { }
