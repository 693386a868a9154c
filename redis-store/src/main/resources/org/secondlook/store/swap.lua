-- Puts a value in place of another, if that still stands there; how long it is kept stays as it is.
-- KEYS: 1 a hash, or a string.  ARGV: 1 before  2 after and, in a hash, 3 the field

local get, set = {'GET', KEYS[1]}, {'SET', KEYS[1], ARGV[2], 'KEEPTTL'}
if ARGV[3] then get, set = {'HGET', KEYS[1], ARGV[3]}, {'HSET', KEYS[1], ARGV[3], ARGV[2]} end
if redis.call(unpack(get)) ~= ARGV[1] then return 0 end
redis.call(unpack(set))
return 1
