-- Moves an offset or another number forward, never back.  KEYS: 1 the offset.  ARGV: 1 milliseconds

local offset = tonumber(redis.call('GET', KEYS[1]) or '0')
if tonumber(ARGV[1]) > offset then
  offset = tonumber(ARGV[1])
  redis.call('SET', KEYS[1], ARGV[1])
end
