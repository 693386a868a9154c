-- The daily roots and what the last was made of, as they stand at one moment. Writes nothing.
-- KEYS: 1 the roots  2 what the last was made of

return {redis.call('LRANGE', KEYS[1], 0, -1), redis.call('HGETALL', KEYS[2])}
