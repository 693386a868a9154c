-- What stands before new events of a case. Writes nothing.
-- KEYS: 1 its log  2 the lists in which it stands.  ARGV: 1 the index of its last event

return {redis.call('LINDEX', KEYS[1], ARGV[1]), redis.call('SMEMBERS', KEYS[2])}
