-- Asks for the addresses of a file, one after the other. Its name stands in the environment.
-- Behind an address may stand, after tabs, what to accept as encoding, the ETag of the page that is there already, and
-- the cookie of somebody who is signed in.
local requests = {}
local with_cookie = false
for line in io.lines(os.getenv("BENCH_ADDRESSES")) do
  local path, encoding, etag, cookie = line:match("^([^\t]*)\t?([^\t]*)\t?([^\t]*)\t?(.*)$")
  local headers = {}
  if encoding ~= "" then headers["Accept-Encoding"] = encoding end
  if etag ~= "" then headers["If-None-Match"] = etag end
  if cookie ~= "" then
    headers["Cookie"] = cookie
    with_cookie = true
  end
  requests[#requests + 1] = {path, headers}
end
local at = 0
request = function()
  at = at % #requests + 1
  return wrk.format("GET", requests[at][1], requests[at][2])
end
if with_cookie then
  -- To wrk a redirect is no error, but whoever is sent to sign in has not seen the page. Only asked where it may
  -- happen, because looking at each answer costs time.
  response = function(status)
    if status ~= 200 then
      io.stderr:write("An answer to somebody who is signed in: ", status, "\n")
      os.exit(1)
    end
  end
end
