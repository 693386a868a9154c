-- Stores a daily root with what it was made of, unless another was stored meanwhile.
-- KEYS: 1 the roots  2 what the last was made of.  ARGV: 1 how many roots there are  2 the root, and then fields and values

if redis.call('LLEN', KEYS[1]) ~= tonumber(ARGV[1]) then return 0 end
redis.call('DEL', KEYS[2])
for i = 3, #ARGV, 2 do redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 1]) end
redis.call('RPUSH', KEYS[1], ARGV[2])
return 1
