-- What a turn needs, as it stands at one moment. Writes nothing.
-- KEYS: 1 the turn  2 drafts  3 sent  and, with a case, 4 its turns  5 its log.  ARGV: 1 the turn id

local earlier = redis.call('GET', KEYS[1])
if not earlier and KEYS[4] then earlier = redis.call('HGET', KEYS[4], ARGV[1]) end
return {
  earlier,
  redis.call('HGETALL', KEYS[2]),
  redis.call('HGETALL', KEYS[3]),
  KEYS[5] and redis.call('LRANGE', KEYS[5], 0, -1) or {},
}
