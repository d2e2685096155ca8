-- Every request confirms another of the bookings in the file, from the line given on.
local lines, at = {}, 0

function init(args)
  for line in io.lines(args[1]) do
    lines[#lines + 1] = line
  end
  at = tonumber(args[2])
  wrk.method = 'POST'
  wrk.headers['Content-Type'] = 'application/json'
end

function request()
  at = at + 1
  local path, body = lines[at]:match('^(.-)\t(.*)$')
  return wrk.format(nil, path, nil, body)
end
