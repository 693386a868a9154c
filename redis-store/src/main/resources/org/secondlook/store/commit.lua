-- Does everything or nothing. Every key carries the hash tag of one partnership. Redis 6.2 to 8, Valkey.
--
-- ARGV is a list of steps, each of four: what, the index of its key, a, b.
-- A step is a condition, or a Redis command that takes (key), (key, a) or (key, a, b).
-- Answers STORED, or what the first condition that does not hold says.

local conditions = {
  -- nothing is stored here; where it is a, these very steps were done before, and only their answer was lost
  ['new'] = {'REPEATED', function(key, a)
    local stored = redis.call('GET', key)
    return not stored, stored == a and 'STORED'
  end},
  -- turn a was not stored before in the case; where b is stored of it, these very steps were done before
  ['new-turn-of-case'] = {'REPEATED', function(key, turn, b)
    local stored = redis.call('HGET', key, turn)
    return not stored, stored == b and 'STORED'
  end},
  -- member a is claimed, and by token b
  ['claimed'] = {'LEASE_LOST', function(key, member, token)
    local lease = redis.call('HGET', key, member)
    return lease and string.match(lease, '^%d+') == token
  end},
  -- member a is not claimed
  ['unclaimed'] = {'LEASE_LOST', function(key, member)
    local lease = redis.call('HGET', key, member)
    return not lease or lease == 'again'
  end},
  -- the log is a events long
  ['length'] = {'CONFLICT', function(key, length) return redis.call('LLEN', key) == tonumber(length) end},
  -- the log ends with event a
  ['last'] = {'CONFLICT', function(key, event) return (redis.call('LINDEX', key, -1) or '') == event end},
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
local found = {}
for i = 1, #ARGV, 4 do
  local what, k, a, b = ARGV[i], tonumber(ARGV[i + 1]), ARGV[i + 2], ARGV[i + 3]
  local condition = conditions[what]
  if condition then
    local holds, otherwise = condition[2](KEYS[k], a, b, KEYS[k + 1])
    if not holds then return otherwise or condition[1] end
  else
    local key = KEYS[k]
    local type = found[key] or redis.call('TYPE', key).ok
    found[key] = type
    if not types[what] or (type ~= 'none' and type ~= types[what] and types[what] ~= 'any') then
      return redis.error_reply('WRONGTYPE ' .. what .. ' on ' .. key .. ', which is a ' .. type)
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
