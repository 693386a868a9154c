-- Does everything or nothing. Every key carries the hash tag of one partnership. Redis 6.2 to 8, Valkey.
--
-- ARGV is a list of steps, each of four: what, the index of its key, a, b.
-- A step is a condition, or a Redis command that takes (key), (key, a) or (key, a, b).
-- Answers STORED, or what the first condition that does not hold says.

local conditions = {
  -- this turn was not stored before, outside any case / in the case
  ['new-turn'] = {'REPEATED', function(key) return redis.call('EXISTS', key) == 0 end},
  ['new-turn-of-case'] = {'REPEATED', function(key, turn) return redis.call('HEXISTS', key, turn) == 0 end},
  -- member a is claimed, and by token b
  ['claimed'] = {'LEASE_LOST', function(key, member, token)
    local lease = redis.call('HGET', key, member)
    return lease and string.match(lease, '^%d+') == token
  end},
  -- the log is a events long
  ['length'] = {'CONFLICT', function(key, length) return redis.call('LLEN', key) == tonumber(length) end},
  -- conversation a has version b, in this hash of drafts or in the next key, the hash of what was sent
  ['version'] = {'CONFLICT', function(key, id, version, next_key)
    local stored = redis.call('HGET', key, id) or redis.call('HGET', next_key, id) or '0'
    return string.match(stored, '^%d+') == version
  end},
  -- message a waits to be sent
  ['waiting'] = {'CONFLICT', function(key, member) return redis.call('ZSCORE', key, member) end},
}

local types = {
  RPUSH = 'list', HSET = 'hash', HDEL = 'hash', PEXPIRE = 'hash', ZADD = 'zset', ZREM = 'zset',
  SADD = 'set', SREM = 'set', PSETEX = 'string', DEL = 'any',
}

-- Redis does not take back what a failing script has written: everything is asked before anything is written.
for i = 1, #ARGV, 4 do
  local what, k, a, b = ARGV[i], tonumber(ARGV[i + 1]), ARGV[i + 2], ARGV[i + 3]
  local condition = conditions[what]
  if condition then
    if not condition[2](KEYS[k], a, b, KEYS[k + 1]) then return condition[1] end
  else
    local found = redis.call('TYPE', KEYS[k]).ok
    if not types[what] or (found ~= 'none' and found ~= types[what] and types[what] ~= 'any') then
      return redis.error_reply('WRONGTYPE ' .. what .. ' on ' .. KEYS[k] .. ', which is a ' .. found)
    end
  end
end

for i = 1, #ARGV, 4 do
  local what, key, a, b = ARGV[i], KEYS[tonumber(ARGV[i + 1])], ARGV[i + 2], ARGV[i + 3]
  if types[what] then
    if a == '' then redis.call(what, key)
    elseif b == '' then redis.call(what, key, a)
    else redis.call(what, key, a, b) end
  end
end
return 'STORED'
