-- Counts one message in each flow, if none of them is full. KEYS: when each flow would be at rest.
-- ARGV: of each flow, how many at once, and the milliseconds between those after them.
-- Answers 0, or how many milliseconds to wait; then nothing is counted.

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local rests, wait = {}, 0
for i, key in ipairs(KEYS) do
  local burst, each = tonumber(ARGV[2 * i - 1]), tonumber(ARGV[2 * i])
  rests[i] = math.max(tonumber(redis.call('GET', key) or '0'), now)
  wait = math.max(wait, rests[i] - now - (burst - 1) * each)
end
if wait > 0 then return wait end

for i, key in ipairs(KEYS) do
  local rest = rests[i] + tonumber(ARGV[2 * i])
  redis.call('SET', key, rest, 'PX', rest - now)
end
return 0
