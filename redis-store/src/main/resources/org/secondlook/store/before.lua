-- What stands before new events of a case. Writes nothing.
-- KEYS: 1 its log  2 the lists in which it stands  3 the keys of cases  4 the heads of logs
-- ARGV: 1 the index of its last event  2 the case

return {
  redis.call('LINDEX', KEYS[1], ARGV[1]),
  redis.call('SMEMBERS', KEYS[2]),
  redis.call('HGET', KEYS[3], ARGV[2]),
  redis.call('HGET', KEYS[4], ARGV[2]),
}
