-- An Application is healthy when the revision that it asks for is synced and its last sync succeeded. Argo CD reports neither by itself:
-- without this script a parent would go on to its next wave while a child is still at the revision before.
local waiting = {status = "Progressing", message = "waiting for a sync of the current revision"}
local status = obj.status
if status == nil or status.sync == nil or status.sync.status ~= "Synced" then return waiting end
if status.operationState ~= nil and status.operationState.phase ~= "Succeeded" then return waiting end

local function same(want, have)
  return have ~= nil and have.repoURL == want.repoURL and have.path == want.path and have.chart == want.chart
    and (have.targetRevision or "HEAD") == (want.targetRevision or "HEAD")
end

local compared = status.sync.comparedTo or {}
if obj.spec.source ~= nil and not same(obj.spec.source, compared.source) then return waiting end
for index, want in ipairs(obj.spec.sources or {}) do
  if not same(want, (compared.sources or {})[index]) then return waiting end
end

if status.health ~= nil and status.health.status ~= nil and status.health.status ~= "Missing" then
  return {status = status.health.status, message = status.health.message or ""}
end
return waiting
