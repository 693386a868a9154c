-- Claims entries that are due: each moves from those that wait to those that are leased. Answers each with its token and
-- whether somebody claimed it before and never ended the claim.
-- KEYS: 1 waiting, by due time  2 leased, by the end of the lease  3 leases: token and due time  4 the last token
-- ARGV: 1 now on the case clock  2 at most so many  3 how long, in milliseconds
-- Due times are read on the case clock, leases on the server's own.

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

-- Whoever held these has not finished in time: they are due again, since when they were due.
for _, member in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', now)) do
  redis.call('ZADD', KEYS[1], string.match(redis.call('HGET', KEYS[3], member), '%S+$'), member)
  redis.call('ZREM', KEYS[2], member)
  redis.call('HSET', KEYS[3], member, 'again')
end

local claims = {}
local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'WITHSCORES', 'LIMIT', 0, ARGV[2])
for i = 1, #due, 2 do
  local token = tostring(redis.call('INCR', KEYS[4]))
  local again = redis.call('HGET', KEYS[3], due[i])
  redis.call('ZREM', KEYS[1], due[i])
  redis.call('ZADD', KEYS[2], now + ARGV[3], due[i])
  redis.call('HSET', KEYS[3], due[i], token .. ' ' .. due[i + 1])
  claims[#claims + 1] = due[i]
  claims[#claims + 1] = token
  claims[#claims + 1] = again or ''
end
return claims
