// A place of one's own has no network to be made: its zones are those that are named in it.
output('zoneNames') { value = region.labels('zone') }
