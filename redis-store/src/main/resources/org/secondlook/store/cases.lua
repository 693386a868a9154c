-- What is kept of some cases, as it stands at one moment. Writes nothing.
-- KEYS: 1 the keys of cases  2 the heads of logs, and then the log of each case.  ARGV: the cases

local cases = {}
for i, id in ipairs(ARGV) do
  cases[3 * i - 2] = redis.call('HGET', KEYS[1], id)
  cases[3 * i - 1] = redis.call('HGET', KEYS[2], id)
  cases[3 * i] = redis.call('LRANGE', KEYS[2 + i], 0, -1)
end
return cases
