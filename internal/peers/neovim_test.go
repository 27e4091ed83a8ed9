package peers

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// neovim runs a script in a Neovim without a screen, with the settings that the README
// has, on a release of a workspace, and reads what it says.
func neovim(t testing.TB, dir, script string, into any) {
	t.Helper()
	need(t, "nvim")
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	settings := regexp.MustCompile("(?s)```lua\n(.*?)```").FindSubmatch(readme)
	if settings == nil {
		t.Fatal("the README has no settings for Neovim")
	}
	home := t.TempDir()
	for name, data := range map[string][]byte{
		"config/nvim/ftplugin/markdown.lua": settings[1],
		"script.lua":                        []byte(helpers + script),
	} {
		file := filepath.Join(home, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(binary, filepath.Join(home, "pressroom")); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(home, "said.json")
	cmd := exec.Command("nvim", "--headless", "releases/levee.md", "-c", "luafile "+filepath.Join(home, "script.lua"))
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "PATH="+home+":"+os.Getenv("PATH"), "HOME="+home, "XDG_CONFIG_HOME="+filepath.Join(home, "config"),
		"XDG_DATA_HOME="+home, "XDG_STATE_HOME="+home, "XDG_CACHE_HOME="+home, "SAID="+out)
	said, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("nvim: %v\n%s", err, said)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatalf("nvim: %v\n%s", err, said)
	}
	if err := json.NewDecoder(bytes.NewReader(data)).Decode(into); err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
}

// helpers are what the scripts are written with.
const helpers = `
local function wait(what, f)
  if not vim.wait(240000, f, 1) then
    print("in vain: " .. what .. vim.inspect(vim.diagnostic.get(0)))
    vim.cmd("cquit")
  end
end
local function says(words)
  for _, d in ipairs(vim.diagnostic.get(0)) do
    if d.message:find(words, 1, true) then return d end
  end
end
local function ask(method, line, character)
  local params = { textDocument = vim.lsp.util.make_text_document_params(), position = { line = line, character = character } }
  for _, r in pairs(vim.lsp.buf_request_sync(0, method, params, 240000) or {}) do return r.result end
end
local function done(said)
  local f = io.open(os.getenv("SAID"), "w")
  f:write(vim.fn.json_encode(said))
  f:close()
  vim.cmd("qall!")
end
`

const leveeRelease = `+++
headline = "The levee held all night"
release_at = 2027-07-20T09:00
dateline = "PORT CALDER"
to       = ["national"]

[[contact]]
name  = "Ada Okafor"
phone = "+1 555 010 0199"
+++
The levee of Port Calder held all night.
`

// What check says is shown as it is typed, and gone as it is put right; what can be
// written is offered; an instant has its zones.
func TestAnEditorSaysWhatCheckSays(t *testing.T) {
	dir := workspace(t, "pressroom.toml", "[organization]\nname = \"River Union\"\ntimezone = \"America/New_York\"\n",
		"contacts/national.csv", "email,name\nana@tide.example,Ana\n", "releases/levee.md", leveeRelease)
	var got struct {
		Line        int
		Hover       string
		Offered     []string
		Mended      string
		Diagnostics int
	}
	neovim(t, dir, `
local said = {}
wait("the server", function() return #vim.lsp.buf_get_clients(0) > 0 end)
vim.api.nvim_buf_set_lines(0, 3, 4, false, { 'datelin = "PORT CALDER"' })
wait("the slip", function() return says("datelin") end)
said.Line = says("datelin").lnum + 1
vim.api.nvim_buf_set_lines(0, 3, 4, false, { 'dateline = "PORT CALDER"' })
wait("its end", function() return not says("datelin") end)
local hover = ask("textDocument/hover", 2, 20)
said.Hover = hover and hover.contents.value
said.Offered = {}
local list = ask("textDocument/completion", 4, 13)
for _, item in ipairs(list.items or list) do table.insert(said.Offered, item.label) end
said.Diagnostics = #vim.diagnostic.get(0)
done(said)
`, &got)
	if got.Line != 4 {
		t.Errorf("the slip is said of line %d", got.Line)
	}
	for _, zone := range []string{"09:00", "13:00"} { // there, and in UTC
		if !strings.Contains(got.Hover, zone) {
			t.Errorf("%s is missing over the instant: %s", zone, got.Hover)
		}
	}
	if !strings.Contains(strings.Join(got.Offered, " "), "national") {
		t.Errorf("the press list is not offered: %v", got.Offered)
	}
	if got.Diagnostics != 0 {
		t.Errorf("%d are said of what is right", got.Diagnostics)
	}
}

// BenchmarkNeovim is how long it takes from a key to what is said of a release of 5,000
// words, in a Neovim without a screen; ms-p95 is what it must not be more than 100 of.
func BenchmarkNeovim(b *testing.B) {
	text := leveeRelease + "\n" + strings.Repeat(strings.Repeat("The levee of Port Calder held all night and the water fell. ", 10)+"\n\n", 42)
	dir := workspace(b, "pressroom.toml", "[organization]\nname = \"River Union\"\n", "contacts/national.csv", "email,name\nana@tide.example,Ana\n",
		"releases/levee.md", text)
	var got struct{ P95, Median float64 }
	for b.Loop() {
		neovim(b, dir, `
local heard = 0
local shown = vim.lsp.handlers["textDocument/publishDiagnostics"]
vim.lsp.handlers["textDocument/publishDiagnostics"] = function(...) heard = heard + 1; return shown(...) end
wait("the server", function() return heard > 0 end)
local times = {}
local last = vim.api.nvim_buf_line_count(0) - 3
for i = 1, 100 do
  local before, began = heard, vim.loop.hrtime()
  vim.api.nvim_buf_set_text(0, last, 0, last, 0, { "x" })
  wait("what is said", function() return heard > before end)
  table.insert(times, (vim.loop.hrtime() - began) / 1e6)
end
table.sort(times)
done({ P95 = times[95], Median = times[50] })
`, &got)
	}
	b.ReportMetric(got.P95, "ms-p95")
	b.ReportMetric(got.Median, "ms-median")
}
