-- Asks for the addresses of a file, one after the other. Its name stands in the environment.
local paths = {}
for line in io.lines(os.getenv("BENCH_ADDRESSES")) do paths[#paths + 1] = line end
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end
