-- What a turn needs, as it stands at one moment. Writes nothing.
-- KEYS: 1 the turn  2 drafts  3 sent  and, with a case, 4 its turns  5 the keys of cases  6 the heads of logs  7 its log
-- ARGV: 1 the turn id and, with a case, 2 the case

local load = {
  redis.call('GET', KEYS[1]),
  redis.call('HGETALL', KEYS[2]),
  redis.call('HGETALL', KEYS[3]),
}
if KEYS[4] then
  load[4] = redis.call('HGET', KEYS[4], ARGV[1])
  load[5] = redis.call('HGET', KEYS[5], ARGV[2])
  load[6] = redis.call('HGET', KEYS[6], ARGV[2])
  load[7] = redis.call('LRANGE', KEYS[7], 0, -1)
end
return load
