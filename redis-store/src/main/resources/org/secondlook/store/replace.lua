-- Puts a record in place of the one of the same name, and gives back what was there.
-- KEYS: the record. ARGV: its fields and values by turns.
local before = redis.call('HGETALL', KEYS[1])
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], unpack(ARGV))
return before
