package dispatch

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"context"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"image"
	"image/png"
	"io"
	"log/slog"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"pressroom/internal/draft"
	"pressroom/internal/ledger"
	"pressroom/internal/mail"
	"pressroom/internal/publication"
	"pressroom/internal/store"
	"pressroom/internal/verify/pdftext"
	"pressroom/internal/workspace"
)

// wronged is a release that says something wrong of somebody in every part that it has.
const wronged = `+++
headline = "Quimby Vandersloot sold the pier"
subhead = "Vandersloot took the money"
date = 2026-07-26
timezone = "UTC"
language = "en"
to = ["main"]
signatories = ["Friends of Vandersloot"]
boilerplate = "We watch Vandersloot."
notes = "Ask Vandersloot."
[[contact]]
name = "Dana"
role = "for Vandersloot"
phone = "1"
public = true
[[quote]]
org = "river"
speaker = "Ana Ruiz"
title = "foe of Vandersloot"
text = "Vandersloot sold it."
style = "block"
[[media]]
file = "media/pier.png"
alt = "Vandersloot on the pier"
caption = "Vandersloot, counting"
credit = "Vandersloot"
[[document]]
url = "https://harbor.example/report.pdf"
title = "What Vandersloot did"
+++
The pier went to Vandersloot.

## What Vandersloot got

- Vandersloot got the pier
- and a boat

| who | what |
|---|---|
| Vandersloot | the pier |

It rained.
`

const wrongedSpanish = `+++
headline = "Vandersloot vendió el muelle"
+++
El muelle fue de Vandersloot. Y Vandersloot lo vendió.
`

// right is the same without the wrong.
func right(src string) string {
	return strings.NewReplacer("Quimby Vandersloot", "The town", "Vandersloot", "The town").Replace(src)
}

// pressed is a release that has gone out, and can be put right.
type pressed struct {
	*testing.T
	w     *workspace.Workspace
	l     *ledger.Ledger
	clock time.Time
	lock  *store.Lock
}

func pressOut(t *testing.T, files map[string]string) *pressed {
	t.Helper()
	return pressOutTo(t, files, 100)
}

// pressOutTo has it reach so many people at first.
func pressOutTo(t *testing.T, files map[string]string, most int) *pressed {
	t.Helper()
	w, l := setup(t, files)
	p := &pressed{T: t, w: w, clock: time.Date(2026, 7, 26, 16, 0, 0, 0, time.UTC)}
	p.l = ledger.New(l.DB(), func() time.Time { return p.clock }).GoByOwnClock()
	var err error
	p.lock, err = l.DB().LockWorker(context.Background())
	p.must(err)
	t.Cleanup(func() { p.lock.Release() })
	plan, err := Prepare(context.Background(), w, p.l, "x", nil, nil, p.clock)
	p.must(err)
	ids, err := plan.Schedule(context.Background(), false, nil)
	p.must(err)
	p.some(most, ids...)
	return p
}

func (p *pressed) must(err error) {
	p.Helper()
	if err != nil {
		p.Fatal(err)
	}
}

// deliver takes all of some mailings out.
func (p *pressed) deliver(ids ...string) {
	p.Helper()
	p.some(100, ids...)
}

// some takes so many messages of each out.
func (p *pressed) some(most int, ids ...string) {
	p.Helper()
	ctx := context.Background()
	for _, id := range ids {
		_, err := p.l.Gate(ctx, id, 0)
		p.must(err)
		list, err := p.l.Claim(ctx, id, p.lock.ID, most)
		p.must(err)
		for _, d := range list {
			_, err := p.l.Record(ctx, []ledger.Outcome{{Delivery: d, Result: ledger.Sent, Code: 250, Stage: "content", At: p.clock}})
			p.must(err)
		}
	}
}

// write changes the files of the release.
func (p *pressed) write(en, es string) {
	p.Helper()
	for name, src := range map[string]string{"x.md": en, "x.es.md": es} {
		p.must(workspace.WriteFile(filepath.Join(p.w.Dir, "releases", name), []byte(src)))
	}
}

// amendment plans to put the release right, a minute later.
func (p *pressed) amendment(wish Wish) *Amendment {
	p.Helper()
	p.clock = p.clock.Add(time.Minute)
	text, err := draft.New(p.w).Read("x")
	p.must(err)
	a, err := PrepareAmendment(context.Background(), p.w, p.l, text, wish, nil, nil, p.clock)
	p.must(err)
	return a
}

func (p *pressed) correct(wish Wish, sentences map[string]string) Scheduled {
	p.Helper()
	a := p.amendment(wish)
	p.must(a.Say(sentences))
	s, err := a.Schedule(context.Background())
	p.must(err)
	p.deliver(s.IDs()...)
	return s
}

// reader is what everybody can read now.
func (p *pressed) reader() *publication.Reader {
	p.Helper()
	r := publication.New(p.l.DB(), p.l, slog.New(slog.DiscardHandler))
	p.must(r.Refresh(context.Background()))
	return r
}

// kept are all bytes that a mailing hands out, by what they are called.
func (p *pressed) kept(id string) map[string][]byte {
	p.Helper()
	ctx := context.Background()
	names, err := p.l.ArtefactNames(ctx, id)
	p.must(err)
	out := make(map[string][]byte)
	for _, n := range names {
		data, err := p.l.Artefact(ctx, id, n)
		p.must(err)
		out[n] = data
		if strings.HasPrefix(n, "mail/") {
			t, err := mail.Unmarshal(data, files(p.l))
			p.must(err)
			words, err := t.Words(time.Time{})
			p.must(err)
			out[n+" as mailed"] = words
		}
	}
	return out
}

var (
	stream = regexp.MustCompile(`(?s)stream\r?\n(.*?)endstream`)
	packed = regexp.MustCompile(`[A-Za-z0-9+/\r\n]{40,}={0,2}`)
)

// opened is all that bytes say, whatever they are packed in.
func opened(t *testing.T, name string, data []byte) string {
	t.Helper()
	var b strings.Builder
	b.WriteString(strings.NewReplacer("=\r\n", "", "=\n", "", "\u00ad", "").Replace(string(data)))
	for _, run := range packed.FindAllString(string(data), -1) {
		if plain, err := base64.StdEncoding.DecodeString(strings.NewReplacer("\r", "", "\n", "").Replace(run)); err == nil && len(plain) > 0 {
			if !bytes.HasPrefix(plain, []byte("\x89PNG")) {
				b.WriteString(opened(t, name+" packed", plain))
			}
		}
	}
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(name, err)
		}
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(name, err)
			}
			inner, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(name, err)
			}
			b.WriteString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(string(inner), "") + string(inner))
		}
	case bytes.HasPrefix(data, []byte("%PDF-")):
		read, err := pdftext.Read(data)
		if err != nil {
			t.Fatal(name, err)
		}
		b.WriteString(strings.Join(read.Paragraphs, "\n") + strings.Join(read.Running, "\n") + strings.Join(read.Captions, "\n"))
		for _, s := range stream.FindAllSubmatch(data, -1) {
			if z, err := zlib.NewReader(bytes.NewReader(s[1])); err == nil {
				inner, _ := io.ReadAll(z)
				b.Write(inner)
			}
		}
	}
	return b.String()
}

// says tells whether bytes say a word, in any encoding of letters that a document may have.
func says(t *testing.T, name string, data []byte, word string) bool {
	t.Helper()
	all := strings.ToLower(opened(t, name, data))
	var wide []byte
	for _, u := range utf16.Encode([]rune(word)) {
		wide = append(wide, byte(u>>8), byte(u))
	}
	for _, form := range []string{word, string(wide), hex.EncodeToString(wide), hex.EncodeToString([]byte(word))} {
		if strings.Contains(all, strings.ToLower(form)) {
			return true
		}
	}
	return false
}

func TestWhatIsNotToBeRepeatedIsInNoByteThatIsHandedOut(t *testing.T) {
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 600, 400))); err != nil {
		t.Fatal(err)
	}
	p := pressOut(t, map[string]string{
		"releases/x.md": wronged, "releases/x.es.md": wrongedSpanish, "releases/media/pier.png": picture.String(),
		"pressroom.toml": "[organization]\nname = \"Harbor\"\ntimezone = \"UTC\"\n[mail]\nfrom = \"press@harbor.example\"\n[server]\n" +
			"public_url = \"https://press.harbor.example\"\n[[org]]\nid = \"river\"\nname = \"River Alliance\"\n",
	})
	// The first time it is put right in the open, so that an earlier page and a sentence
	// have the words as well.
	p.write(strings.Replace(wronged, "It rained", "It snowed", 1), wrongedSpanish)
	first := p.correct(Wish{Correction: true}, map[string]string{"": "It snowed on Vandersloot, it did not rain."})
	for name, data := range p.kept(first.Release) {
		if strings.HasPrefix(name, "public/pier") || strings.HasPrefix(name, "public/x/media") {
			continue
		}
		if form, _, _ := strings.Cut(name, "/"); form != "public" && form != "origins" && !says(t, name, data, "Vandersloot") {
			t.Errorf("%s of %s does not say what is looked for: the test could not fail", name, first.Release)
		}
	}
	p.write(right(strings.Replace(wronged, "It rained", "It snowed", 1)), right(wrongedSpanish))
	a := p.amendment(Wish{Correction: true, NoRepeat: true})
	for _, sentence := range []string{"It was not Vandersloot.", "The town did; “vandersloot” did not."} {
		if err := a.Say(map[string]string{"": sentence, "es": "Fue el ayuntamiento."}); err == nil || !strings.Contains(err.Error(), "andersloot") {
			t.Errorf("%q is a sentence: %v", sentence, err)
		}
	}
	second := p.correct(Wish{Correction: true, NoRepeat: true}, map[string]string{"": "It was the town.", "es": "Fue el ayuntamiento."})
	p.write(right(strings.Replace(wronged, "It rained", "It hailed", 1)), right(wrongedSpanish))
	third := p.correct(Wish{Correction: true}, map[string]string{"": "It hailed."})
	for _, s := range []Scheduled{second, third} {
		for _, id := range s.IDs() {
			for name, data := range p.kept(id) {
				if says(t, name, data, "Vandersloot") || says(t, name, data, "Quimby") {
					t.Errorf("%s of %s says what is not to be repeated", name, id)
				}
			}
		}
	}
	r := p.reader()
	at := r.Index().Of("x")
	if at == nil || at.Dispatch != third.Release || len(at.Earlier) != 2 {
		t.Fatalf("what is public is %+v", at)
	}
	for _, e := range at.Earlier {
		data, err := r.Read(context.Background(), at.Pass, at, e.Artefact)
		p.must(err)
		if says(t, e.Address, data, "Vandersloot") {
			t.Errorf("%s says what is not to be repeated", e.Address)
		}
	}
	for id, want := range map[string]string{"x/release-1": "true false", first.Release: "true false", second.Release: "true true", third.Release: "true true"} {
		known, shown, err := r.Once(context.Background(), id)
		if got := fmt.Sprint(known, shown); err != nil || got != want {
			t.Errorf("%s is known and shown: %s, not %s (%v)", id, got, want, err)
		}
	}
}
