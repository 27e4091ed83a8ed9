package lsp_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/creachadair/jrpc2"
	"github.com/creachadair/jrpc2/channel"

	"pressroom/internal/app"
	"pressroom/internal/lsp"
	"pressroom/internal/workspace"
)

const levee = `+++
headline = "The levee held 😀 all night"
date     = 2026-07-20
dateline = "PORT CALDER"
to       = ["national"]

[[contact]]
name  = "Ada Okafor"
phone = "+1 555 010 0199"

[[quote]]
id      = "tide"
org     = "quay"
speaker = "Bo Lind"
title   = "director"
text    = "It held. {said} We slept."
+++
The levee of Port Calder held all night.

{{quote "tide"}}

## Why it matters

It is old.
`

// editor is an editor with a language server on the other end.
type editor struct {
	t    testing.TB
	dir  string
	rpc  *jrpc2.Client
	told chan told
	done chan error
}

// told is what the server says of a file.
type told struct {
	URI         string `json:"uri"`
	Version     *int   `json:"version"`
	Diagnostics []struct {
		Range struct {
			Start, End struct{ Line, Character int }
		}
		Severity int
		Code     string
		Message  string
	}
}

// newsroom is a workspace with a list, a segment and a release.
func newsroom(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"pressroom.toml": "[organization]\nname = \"River Union\"\ntimezone = \"America/New_York\"\nlanguage = \"en\"\n\n" +
			"[[org]]\nid = \"quay\"\nname = \"Quay Alliance\"\n",
		"contacts/national.csv":  "email,name,beats\nana@tide.example,Ana,water\nbo@tide.example,Bo,law\n",
		"contacts/segments.toml": "[segment.water]\nwhere = '\"water\" in beats'\n",
		"releases/levee.md":      levee,
	} {
		if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func start(t testing.TB, dir string) *editor {
	t.Helper()
	fromEditor, toServer := io.Pipe()
	fromServer, toEditor := io.Pipe()
	clock := func() time.Time { return time.Date(2026, 7, 20, 9, 0, 0, 0, time.UTC) }
	s := &lsp.Server{
		Settings: workspace.SettingsFile, Version: "test", Log: slog.New(slog.DiscardHandler),
		Open: func(ctx context.Context, dir string) (lsp.Press, error) {
			a, err := app.Look(ctx, dir, app.World{Now: clock})
			if err != nil {
				return nil, err
			}
			return a.Author(), nil
		},
	}
	e := &editor{t: t, dir: dir, told: make(chan told, 1000), done: make(chan error, 1)}
	go func() { e.done <- s.Serve(context.Background(), fromEditor, toEditor) }()
	e.rpc = jrpc2.NewClient(channel.LSP(fromServer, toServer), &jrpc2.ClientOptions{
		OnNotify: func(r *jrpc2.Request) {
			var said told
			if err := r.UnmarshalParams(&said); err != nil || r.Method() != "textDocument/publishDiagnostics" {
				said.URI = r.Method() + r.ParamString()
			}
			e.told <- said
		},
	})
	t.Cleanup(func() { e.rpc.Close() })
	var hello struct {
		Capabilities struct {
			PositionEncoding string `json:"positionEncoding"`
		} `json:"capabilities"`
	}
	e.ask("initialize", map[string]any{"capabilities": map[string]any{}}, &hello)
	if hello.Capabilities.PositionEncoding != "utf-16" {
		t.Fatalf("%+v", hello)
	}
	e.send("initialized", map[string]any{})
	return e
}

func (e *editor) ask(method string, params, result any) {
	e.t.Helper()
	if err := e.rpc.CallResult(context.Background(), method, params, result); err != nil {
		e.t.Fatalf("%s: %v", method, err)
	}
}

func (e *editor) send(method string, params any) {
	e.t.Helper()
	if err := e.rpc.Notify(context.Background(), method, params); err != nil {
		e.t.Fatalf("%s: %v", method, err)
	}
}

func (e *editor) uri(name string) string { return "file://" + filepath.Join(e.dir, name) }

type object = map[string]any

func (e *editor) open(name, text string) {
	e.send("textDocument/didOpen", object{"textDocument": object{"uri": e.uri(name), "version": 1, "languageId": "markdown", "text": text}})
}

func (e *editor) change(name string, version int, text string) {
	e.send("textDocument/didChange", object{
		"textDocument": object{"uri": e.uri(name), "version": version}, "contentChanges": []object{{"text": text}},
	})
}

// says waits for what is said of a version of a file.
func (e *editor) says(name string, version int) []string {
	e.t.Helper()
	for said := range e.told {
		if said.URI != e.uri(name) || version > 0 && (said.Version == nil || *said.Version != version) {
			continue
		}
		var out []string
		for _, d := range said.Diagnostics {
			out = append(out, fmt.Sprintf("%d:%d-%d:%d %d %s", d.Range.Start.Line, d.Range.Start.Character, d.Range.End.Line, d.Range.End.Character,
				d.Severity, d.Code))
		}
		return out
	}
	return nil
}

// place is where a part of a text begins, as editors count.
func (e *editor) place(name, text, part string) object {
	e.t.Helper()
	i := strings.Index(text, part)
	if i < 0 {
		e.t.Fatalf("there is no %q", part)
	}
	line := strings.Count(text[:i], "\n")
	return object{
		"textDocument": object{"uri": e.uri(name)},
		"position":     object{"line": line, "character": i - strings.LastIndex(text[:i], "\n") - 1},
	}
}

const file = "releases/levee.md"

func TestAnEditorIsToldWhatIsWrongAsItIsTyped(t *testing.T) {
	e := start(t, newsroom(t))
	e.open(file, levee)
	if got := e.says(file, 1); len(got) != 1 || !strings.Contains(got[0], "signoff") && !strings.Contains(got[0], "unsigned") {
		t.Errorf("%v", got)
	}
	// What is on the disk is not what is looked at; an emoji counts as two.
	wrong := strings.Replace(levee, `to       = ["national"]`, `to       = ["😀", "natinal"]`, 1)
	e.change(file, 2, wrong)
	got := e.says(file, 2)
	if !slices.Contains(got, "4:19-4:26 1 audience") {
		t.Errorf("%v", got)
	}
	e.change(file, 3, levee)
	if got := e.says(file, 3); len(got) != 1 {
		t.Errorf("%v", got)
	}
	// A list that is saved meanwhile is another fact.
	if err := os.WriteFile(filepath.Join(e.dir, "contacts/national.csv"), []byte("email,name\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	e.send("textDocument/didSave", object{"textDocument": object{"uri": e.uri(file)}})
	if got := e.says(file, 3); !slices.ContainsFunc(got, func(s string) bool { return strings.HasSuffix(s, "nobody") }) {
		t.Errorf("%v", got)
	}
	e.send("textDocument/didClose", object{"textDocument": object{"uri": e.uri(file)}})
	if got := e.says(file, 0); len(got) != 0 {
		t.Errorf("%v", got)
	}
}

func TestATranslationIsToldOfToo(t *testing.T) {
	e := start(t, newsroom(t))
	const es = "releases/levee.es.md"
	text := "+++\nheadline = \"El dique\"\ndateline = \"PORT CALDER\"\n\n[[quote]]\nid = \"tid\"\ntext = \"x\"\n+++\nAguantó.\n"
	e.open(es, text)
	if got := e.says(es, 1); !slices.ContainsFunc(got, func(s string) bool { return strings.HasSuffix(s, "quote-id") }) {
		t.Errorf("%v", got)
	}
	var items []struct{ Label string }
	e.ask("textDocument/completion", e.place(es, text, "tid\""), &items)
	if len(items) != 1 || items[0].Label != "tide" {
		t.Errorf("%v", items)
	}
}

func TestAnEditorIsHelped(t *testing.T) {
	e := start(t, newsroom(t))
	text := strings.Replace(levee, `["national"]`, `["water"]`, 1)
	text = strings.Replace(text, "date     = 2026-07-20", "embargo = 2026-07-26T09:00:00", 1)
	text = strings.Replace(text, "dateline", "datelin", 1)
	e.open(file, text)
	e.says(file, 1)
	var items []struct {
		Label    string
		TextEdit struct{ NewText string }
	}
	e.ask("textDocument/completion", e.place(file, text, `water"`), &items)
	if len(items) != 2 || items[0].Label != "national" || items[1].TextEdit.NewText != "water" {
		t.Errorf("%+v", items)
	}
	var over struct{ Contents struct{ Value string } }
	e.ask("textDocument/hover", e.place(file, text, "2026-07-26"), &over)
	if strings.Count(over.Contents.Value, "\n") != 2 || !strings.Contains(over.Contents.Value, "13:00 UTC") {
		t.Errorf("%q", over.Contents.Value)
	}
	var where struct {
		URI   string
		Range struct{ Start struct{ Line int } }
	}
	e.ask("textDocument/definition", e.place(file, text, `water"`), &where)
	if where.URI != e.uri("contacts/segments.toml") || where.Range.Start.Line != 0 {
		t.Errorf("%+v", where)
	}
	var symbols []struct {
		Name     string
		Children []struct{ Name string }
	}
	e.ask("textDocument/documentSymbol", object{"textDocument": object{"uri": e.uri(file)}}, &symbols)
	if len(symbols) != 2 || symbols[1].Name != "Why it matters" || len(symbols[0].Children) != 6 {
		t.Errorf("%+v", symbols)
	}
	at := e.place(file, text, "datelin")
	at["range"] = object{"start": at["position"], "end": at["position"]}
	var actions []struct {
		Title string
		Edit  struct {
			Changes map[string][]struct{ NewText string }
		}
	}
	e.ask("textDocument/codeAction", at, &actions)
	if len(actions) != 1 || actions[0].Title != "Write dateline" || actions[0].Edit.Changes[e.uri(file)][0].NewText != "dateline" {
		t.Errorf("%+v", actions)
	}
}

func TestAnEditorThatLeavesLeavesNothingBehind(t *testing.T) {
	e := start(t, newsroom(t))
	e.open(file, levee)
	e.says(file, 1)
	var none any
	e.ask("shutdown", nil, &none)
	e.send("exit", nil)
	if err := <-e.done; err != nil {
		t.Error(err)
	}
	// Nothing was made in the workspace by looking.
	if _, err := os.Stat(filepath.Join(e.dir, ".pressroom")); !os.IsNotExist(err) {
		t.Errorf("a database was made: %v", err)
	}
}

func TestAFileOfNoWorkspaceIsLeftAlone(t *testing.T) {
	e := start(t, t.TempDir())
	e.open(file, levee)
	for _, method := range []string{"completion", "hover", "definition"} {
		var got json.RawMessage
		e.ask("textDocument/"+method, e.place(file, levee, "levee"), &got)
		if s := string(got); s != "[]" && s != "null" {
			t.Errorf("%s: %s", method, s)
		}
	}
}

func TestSettingsThatAreWrongAreSaid(t *testing.T) {
	dir := newsroom(t)
	if err := os.WriteFile(filepath.Join(dir, "pressroom.toml"), []byte("[organization]\nnam = \"x\"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	e := start(t, dir)
	e.open(file, levee)
	if got := e.says(file, 1); len(got) != 1 || !strings.HasSuffix(got[0], "settings") {
		t.Errorf("%v", got)
	}
	// Put right, they are read again.
	if err := os.WriteFile(filepath.Join(dir, "pressroom.toml"), []byte("[organization]\nname = \"River Union\"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	e.send("textDocument/didSave", object{"textDocument": object{"uri": e.uri("pressroom.toml")}})
	if got := e.says(file, 1); slices.ContainsFunc(got, func(s string) bool { return strings.HasSuffix(s, "settings") }) {
		t.Errorf("%v", got)
	}
}

// BenchmarkKeystroke is how long it takes from a key in an editor to what is said of a release
// of 5,000 words; ms-p95 is what it must not be more than 100 of.
func BenchmarkKeystroke(b *testing.B) {
	e := start(b, newsroom(b))
	text := levee + "\n" + strings.Repeat(strings.Repeat("The levee of Port Calder held all night and the water fell. ", 10)+"\n\n", 42)
	e.open(file, text)
	e.says(file, 1)
	var all []time.Duration
	version := 1
	for b.Loop() {
		version++
		text += string(rune('a' + version%26))
		began := time.Now()
		e.change(file, version, text)
		e.says(file, version)
		all = append(all, time.Since(began))
	}
	slices.Sort(all)
	b.ReportMetric(float64(all[len(all)*95/100].Microseconds())/1000, "ms-p95")
	b.ReportMetric(float64(len(strings.Fields(text))), "words")
}
