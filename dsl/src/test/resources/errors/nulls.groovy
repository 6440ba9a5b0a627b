variable('tags') { type = 'map(string)'; defaultValue = [owner: 'ada'] }
variable('none') { defaultValue = null }

output('a') { value = "a${null}b" }
output('b') { value = 'x' + null }
output('c') { value = null + 'x' }
output('d') { value = "x${variable.tags?.team}" }
output('e') { value = "x${variable.none}" }
output('f') { value = ['a', null].join(',') }
output('g') { value = 1 + null }
output('h') { value = 'x' - null }
output('i') { value = [a: 1] + null }
output('j') { value = "x${variable.tags.get('team')}y" }
output('k') { value = 'x' + variable.tags.missing }
output('l') { value = String.format('%s', null) }
output('m') { value = '%s'.formatted(null) }
output('n') { value = "${[a: null]}" }
output('o') { value = 'a' + [null] }
output('p') { value = '%s'.formatted([[1, [x: null]]]) }
