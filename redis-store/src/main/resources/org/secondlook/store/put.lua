-- Puts values where there were none, or behind those that were put before. Put again, it changes nothing.
-- KEYS: 1 where.  ARGV: 1 STRING, HASH or LIST  2 how many values of a list stand there  3 for how many milliseconds, or 0
-- and then the values; of a hash, fields and values by turns

local values = {unpack(ARGV, 4)}
if ARGV[1] == 'STRING' then
  redis.call('SET', KEYS[1], values[1])
elseif ARGV[1] == 'HASH' then
  redis.call('HSET', KEYS[1], unpack(values))
elseif redis.call('LLEN', KEYS[1]) == tonumber(ARGV[2]) then
  redis.call('RPUSH', KEYS[1], unpack(values))
end
if ARGV[3] ~= '0' then redis.call('PEXPIRE', KEYS[1], ARGV[3]) end
