-- Asks for the addresses of a file, one after the other. Its name stands in the environment.
-- Behind an address may stand, after tabs, what to accept as encoding, and the ETag of the page that is there already.
local requests = {}
for line in io.lines(os.getenv("BENCH_ADDRESSES")) do
  local path, encoding, etag = line:match("^([^\t]*)\t?([^\t]*)\t?(.*)$")
  local headers = {}
  if encoding ~= "" then headers["Accept-Encoding"] = encoding end
  if etag ~= "" then headers["If-None-Match"] = etag end
  requests[#requests + 1] = {path, headers}
end
local at = 0
request = function()
  at = at % #requests + 1
  return wrk.format("GET", requests[at][1], requests[at][2])
end
