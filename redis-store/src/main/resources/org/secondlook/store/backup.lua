-- What is kept of a case for good, as it stands at one moment. Writes nothing.
-- KEYS: 1 the keys of cases  2 the heads of logs  3 its log  4 what its turns led to.  ARGV: 1 the case

return {
  redis.call('HGET', KEYS[1], ARGV[1]),
  redis.call('HGET', KEYS[2], ARGV[1]),
  redis.call('LRANGE', KEYS[3], 0, -1),
  redis.call('HGETALL', KEYS[4]),
}
