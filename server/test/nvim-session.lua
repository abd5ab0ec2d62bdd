-- Runs in a headless Neovim: opens the file, waits for diagnostics, hovers, applies the first code action; writes what it saw as JSON.
local server, root, file, report = os.getenv("PORTREUSE_SERVER"), os.getenv("PORTREUSE_ROOT"), os.getenv("PORTREUSE_FILE"), os.getenv("PORTREUSE_REPORT")
local seen = {}
local function finish(problem)
  seen.problem = problem
  local out = io.open(report, "w")
  out:write(vim.fn.json_encode(seen))
  out:close()
  vim.cmd("qall!")
end

local function run()
  vim.cmd("edit " .. vim.fn.fnameescape(file))
  local client = vim.lsp.start_client({ name = "portreuse", cmd = { os.getenv("PORTREUSE_NODE"), server, "--stdio" }, root_dir = root })
  vim.lsp.buf_attach_client(0, client)
  local function diagnostics() return vim.diagnostic.get(0) end
  if not vim.wait(20000, function() return #diagnostics() > 0 end, 20) then return finish("no diagnostics") end
  local first = diagnostics()[1]
  seen.diagnostic = { code = first.code or (first.user_data and first.user_data.lsp and first.user_data.lsp.code), lnum = first.lnum, col = first.col, message = first.message }

  vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col + 1 })
  local hover = vim.lsp.buf_request_sync(0, "textDocument/hover", vim.lsp.util.make_position_params(), 10000)
  for _, answer in pairs(hover or {}) do
    if answer.result then seen.hover = answer.result.contents.value end
  end

  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(0) }
  local actions = vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, 10000)
  for _, answer in pairs(actions or {}) do
    -- The first that edits this file: one for the whole package edits package.json.
    local action = nil
    for _, each in ipairs(answer.result or {}) do
      local text = each.edit and vim.inspect(each.edit) or ""
      if not action and text ~= "" and not text:find("package.json", 1, true) then action = each end
    end
    if action then
      seen.action = action.title
      vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
    end
  end
  seen.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n")
  if not vim.wait(10000, function() return #diagnostics() == 0 end, 20) then return finish("the finding did not go") end
  finish(nil)
end

local good, problem = pcall(run)
if not good then finish(tostring(problem)) end
