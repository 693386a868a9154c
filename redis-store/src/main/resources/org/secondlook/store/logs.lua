-- The logs of several cases, as they stand at one moment. Writes nothing.  KEYS: a log each.

local logs = {}
for i, key in ipairs(KEYS) do
  logs[i] = redis.call('LRANGE', key, 0, -1)
end
return logs
