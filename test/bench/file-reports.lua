-- Every request files a report of its own, under a new id made as the phone makes it: the time first, then a count.
local before, after, time, count

function init(args)
  time, count = args[1], 0
  before, after = args[2]:match('^(.*)ID(.*)$')
  wrk.method = 'POST'
  wrk.headers['Content-Type'] = 'application/json'
end

function request()
  count = count + 1
  local id = string.format('%s-%s-7000-8000-%012x', time:sub(1, 8), time:sub(9, 12), count)
  return wrk.format(nil, nil, nil, before .. id .. after)
end
