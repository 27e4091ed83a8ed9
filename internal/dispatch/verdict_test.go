package dispatch

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"pressroom/internal/contacts"
	"pressroom/internal/diagnostic"
	"pressroom/internal/ledger"
	"pressroom/internal/release"
	"pressroom/internal/workspace"
)

// A pile is a workspace with one release, part by part: each begins in order, and a
// draw spoils some.
type pile struct {
	slug                          string
	when, zone, to, advance, lang string
	headline, dateline            string
	top, tables                   []string
	quotes                        string // the table [quotes]
	body                          string
	organization, mail, settings  []string
	lists                         map[string]string
	segments                      []string
	others                        map[string]string // further files by name
	known                         *release.Known
	unmailed                      []string
	changes                       map[string]contacts.Change
}

func orderly(slug string) *pile {
	return &pile{
		slug: slug, when: "embargo = 2026-07-26T09:00:00-04:00", zone: `timezone = "America/New_York"`, to: `["main"]`,
		headline: "Ferry fares fall", dateline: `dateline = "CITY"`, body: "Words of the body.",
		lists: map[string]string{
			"main": "email,name,language,embargo,format,attachments,tags,priority\n" +
				"ann@c.example,Ann,en,yes,,,trusted,\nben@d.example,Ben,es-MX,,text,no,,5\nhanako@e.example,Hanako,ja,no,,,,\n",
			"empty":  "email\n",
			"barred": "email\ngone@b.example\n",
			"spoilt": "email,embargo,tags\ncleo@c.example,,west\nnobody,,east\ndan@d.example,perhaps,north\n",
			"twice":  "email,embargo,tags\nann@c.example,no,west\n",
		},
		segments: []string{
			"[segment.trusted]\nwhere = '\"trusted\" in tags'", "[segment.far]\nwhere = 'region == \"moon\"'",
			"[segment.west]\nwhere = '\"west\" in tags'", "[segment.all]\nwhere = 'true'",
		},
		others: map[string]string{}, changes: map[string]contacts.Change{},
		unmailed: []string{"gone@b.example"},
	}
}

// source is the release's file.
func (p *pile) source() string {
	parts := append([]string{
		"+++", fmt.Sprintf("headline = %q", p.headline), p.dateline, p.zone, p.when, "to = " + p.to, p.advance, p.lang,
	}, p.top...)
	parts = append(parts, p.quotes, "[[contact]]\nname = \"Dana\"\nphone = \"1\"")
	parts = append(append(parts, p.tables...), "+++", p.body, "")
	return strings.Join(parts, "\n")
}

// files is the workspace's folder.
func (p *pile) files() map[string]string {
	out := map[string]string{
		"releases/" + p.slug + ".md": p.source(),
		"contacts/segments.toml":     strings.Join(p.segments, "\n"),
		"pressroom.toml": strings.Join(append(append(append([]string{"[organization]\nname = \"Harbour Office\""}, p.organization...),
			append([]string{"[mail]"}, p.mail...)...), p.settings...), "\n"),
	}
	for name, data := range p.lists {
		out["contacts/"+name+".csv"] = data
	}
	for name, data := range p.others {
		out[strings.ReplaceAll(name, "SLUG", p.slug)] = data
	}
	return out
}

// photo is a picture of so many pixels that do not compress.
func photo(width, height int) string {
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	seed := uint32(1)
	for i := range img.Pix {
		seed = seed*1664525 + 1013904223
		img.Pix[i] = byte(seed >> 24)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err)
	}
	return b.String()
}

// plain is a picture in one colour.
func plain(width, height int) string {
	img := image.NewPaletted(image.Rect(0, 0, width, height), color.Palette{color.White})
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err)
	}
	return b.String()
}

var pictures = sync.OnceValue(func() map[string]string {
	return map[string]string{"plain": plain(400, 300), "wide": photo(1300, 40), "tiny": plain(20, 20)}
})

// spoils are what can be done to a pile, by what it touches: of each, one is done.
var spoils = map[string]func(p *pile, pick func(...string) string){
	"when": func(p *pile, pick func(...string) string) {
		p.when = pick("date = 2026-07-20", "date = 2026-07-21", "date = 2026-07-19", "date = 2026-07-20T09:00:00",
			"embargo = 2026-07-26T09:00:00-05:00", "embargo = 2026-07-20T05:59:59-04:00", "release_at = 2026-07-20T06:00:01-04:00",
			"release_at = 2026-07-20T06:00:00-04:00", "embargo = 2031-07-26T09:00:00-04:00", "embargo = 2026-07-26T13:00:00Z",
			"embargo = 2026-07-26T09:00:00", "release_at = 2026-11-01T01:30:00", "release_at = 2027-03-14T02:30:00", "embargo = 2026-07-26",
			"embargo = \"?\"", "release_at = 9", "", "date = 2026-07-20\nembargo = 2026-07-26T09:00:00-04:00", "release_at = 2026-07-26T09:00:00")
	},
	"zone": func(p *pile, pick func(...string) string) {
		p.zone = pick("", `timezone = "EST5EDT"`, `timezone = "America/Nowhere"`, `timezone = "EST"`, `timezone = "Etc/GMT+4"`,
			`timezone = "Asia/Tokyo"`, `timezone = "Local"`, `timezone = "UTC"`)
	},
	"our zone": func(p *pile, pick func(...string) string) {
		p.organization = append(p.organization, `timezone = "Pacific/Kiritimati"`)
		p.zone = pick("", p.zone)
		p.when = pick(p.when, "date = 2026-07-20", "date = 2026-07-21", "embargo = 2026-07-26T09:00:00")
	},
	"to": func(p *pile, pick func(...string) string) {
		p.to = pick(`["main", "twice"]`, `["spoilt"]`, `["empty"]`, `["empty", "main"]`, `["barred"]`, `["nowhere"]`, `[]`, `["far"]`,
			`["west"]`, `["all"]`, `["trusted"]`, `["main", "main"]`, `"main"`, `["main", 7]`)
	},
	"advance": func(p *pile, pick func(...string) string) {
		p.advance = "advance = " + pick(`["trusted"]`, `["empty"]`, `["barred"]`, `["main"]`, `["far"]`, `["spoilt"]`, `["nowhere"]`, `["west"]`, `[]`)
		p.to = pick(p.to, `[]`, `["empty"]`)
	},
	"lists": func(p *pile, pick func(...string) string) {
		name := pick("main", "other")
		p.lists[name] = pick("", "email\n", "email,embargo\nann@c.example,perhaps\n", "email\nann@c.example\nann@c.example\n", "name\nAnn\n",
			"email\n\xff\xfe\x00\n", "email,name\nann@c.example,Ann,more\n", "email,priority\nann@c.example,high\n",
			"email,name\n\"ann@c.example,Ann\n", "email,language\nann@c.example,klingon\n", "email,name\nann@c.example,Ann \U0001F389\n",
			"email,timezone\nann@c.example,Mars\n", "email,format\nann@c.example,fax\n", "email\nänn@c.example\n", "email\nann@bücher.example\n",
			"email\nann@c.example\nann@127.0.0.1\n")
	},
	"segments": func(p *pile, pick func(...string) string) {
		p.segments = append(p.segments, pick("[segment.broken]\nwhere = 'region =='", "[segment.unknown]\nwhere = 'nothing == 1'",
			"[segment.main]\nwhere = 'true'", "[segment.x]", "[segment.y]\nwhere = 7", "[segment.typed]\nwhere = 'priority'", "[segment"))
		p.to = pick(p.to, `["broken"]`, `["unknown"]`, `["typed"]`, `["x"]`, `["trusted"]`)
	},
	"quote": func(p *pile, pick func(...string) string) {
		org := pick("River", "Harbour Office", "river")
		text := pick("We asked.", "We asked.", "We {said}, and asked.", "A party \U0001F389.", "We {said} asked {said}.")
		p.quotes = pick("", "[quotes]\nunsigned = \"warn\"", "[quotes]\nunsigned = \"refuse\"", "[quotes]\nunsigned = \"leave-out\"",
			"[quotes]\nunsigned = \"never\"", "[quotes]\nunsigned = true")
		q := &release.Quote{ID: "river", Org: org, Speaker: "Ana", Text: text}
		signed := pick("no", "right", "changed", "half")
		table := fmt.Sprintf("[[quote]]\nid = \"river\"\norg = %q\nspeaker = \"Ana\"\ntext = %q", org, text)
		digest := release.SignoffDigest(p.slug, "en", q)
		switch signed {
		case "changed":
			digest = "sha256:" + strings.Repeat("0", 64)
			fallthrough
		case "right":
			table += "\n[quote.signoff]\nby = \"ana@river.example\"\nat = 2026-07-10T10:00:00Z\ndigest = \"" + digest + "\""
		case "half":
			table += "\n[quote.signoff]\nby = \"ana@river.example\""
		}
		p.tables = append(p.tables, table)
		if decided := pick("no database", "asked", "given", "withdrawn", "other words", "gone"); decided != "no database" {
			p.known = &release.Known{Asked: true, Approvals: map[release.QuoteKey]release.Approval{}}
			a := release.Approval{Given: true, By: "ana@river.example", Org: org, Digest: release.SignoffDigest(p.slug, "en", q), How: "withdrawn"}
			key := release.QuoteKey{Quote: "river", Language: "en"}
			switch decided {
			case "withdrawn":
				a.Given = false
			case "other words":
				a.Digest = "sha256:" + strings.Repeat("1", 64)
			case "gone":
				key.Quote = "lake"
			}
			if decided != "asked" {
				p.known.Approvals[key] = a
			}
		}
	},
	"second quote": func(p *pile, pick func(...string) string) {
		p.tables = append(p.tables, pick("[[quote]]\norg = \"Tide\"\ntext = \"So are we.\"", "[[quote]]\norg = \"Tide\"\nspeaker = \"Bo\"\ntext = \"\"",
			"[[quote]]\norg = \"Tide\"\nspeaker = \"Bo\"\nstyle = \"block\"\ntext = \"One.\\n\\nTwo.\"",
			"[[quote]]\norg = \"Tide\"\nattribution = \"said *Bo*\"\ntext = \"So.\"", "[[quote]]\nid = \"river\"\norg = \"Tide\"\nspeaker = \"Bo\"\ntext = \"So.\""))
		p.body = pick(p.body, "{{quote \"river\"}}", "{{quotes}}", "{{quote \"tide\"}}\n\nMore.")
	},
	"picture": func(p *pile, pick func(...string) string) {
		file := pick("photo.png", "gone.png", "photo.heic", "photo.avif", "photo.tiff", "photo.bmp", "video.mp4", "wide.png", "tiny.png",
			"half.png", "empty.png", "../../x.png")
		alt := pick("alt = \"A pier\"", "", "alt = \"photo.png\"", "alt = \"A party \U0001F389\"")
		caption := pick("", "caption = \"The pier\"", "caption = \"The pier \U0001F389\"", "url = \"https://port.example/pier.jpg\"")
		p.tables = append(p.tables, "[[media]]\nfile = \""+file+"\"\n"+alt+"\n"+caption)
		of := map[string]string{
			"photo.png": pictures()["plain"], "wide.png": pictures()["wide"], "tiny.png": pictures()["tiny"], "half.png": pictures()["plain"][:60],
			"photo.heic": "\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", "photo.avif": "\x00\x00\x00\x18ftypavif\x00\x00\x00\x00",
			"photo.tiff": "II*\x00\x08\x00", "photo.bmp": "BM\x00\x00", "video.mp4": "\x00\x00\x00\x18ftypisom", "empty.png": "",
		}
		if data, ok := of[file]; ok {
			p.others["releases/"+file] = data
		}
		p.body = pick(p.body, p.body, "![]("+file+")", "![A pier]("+file+")", "![A pier](other.png)")
	},
	"document": func(p *pile, pick func(...string) string) {
		p.others["releases/report.pdf"] = "%PDF-1.4 " + strings.Repeat("x", 4000)
		p.others["releases/none.pdf"] = ""
		p.tables = append(p.tables, "[[document]]\n"+pick("title = \"Report\"\n", "")+
			pick("file = \"report.pdf\"", "file = \"gone.pdf\"", "url = \"https://port.example/r.pdf\"", "file = \"none.pdf\"", "url = \"port\""))
		p.mail = append(p.mail, pick("", "attach_limit = \"2KiB\"", "attach_limit_advance = \"2KiB\"", "attach = \"never\"", "attach = \"always\"",
			"attach_limit = \"5KiB\"\nattach_limit_advance = \"5KiB\""))
	},
	"body": func(p *pile, pick func(...string) string) {
		p.body = pick("", "A tab\there.", "A party \U0001F389.", "The [record](https://port.example/\U0001F389).", "~~Old~~ words, {quotes}.",
			"<b>Bold</b>", "{{quote \"nobody\"}}", "A number &#9731; and &#127881;.", "日本語の本文。", "| a |\n|---|\n| 1 | 2 |", "TK and XXX.",
			"[fill in: the first sentence]", "A \U000F0000.", "A \x00.", "A \u200b and \u202e.", "```\n\U0001F389\n```", "[x](javascript:y)",
			"# Heading\n\n#### Deep", strings.Repeat("word ", 4000), strings.Repeat("long", 400), "नमस्ते", "שלום 9:00", "`code`", "* a\n* b\n\n1. c",
			"[link](#here)", "[mail](mailto:a@b.example)", "![](https://port.example/x.png)", "&#0;", "\ufeffWords.", "A %s and {{.Personal}}.")
	},
	"headline": func(p *pile, pick func(...string) string) {
		p.headline = pick("", "Fares fall \U0001F389", strings.Repeat("Fares fall ", 30), "Fares\nfall", "Tarifas <b>bajan</b>", "料金が下がる",
			"[fill in: headline]", "Fares fall TK", "%s {{.}} %00", "Fares \u202e fall", "Fares\tfall")
		p.dateline = pick(p.dateline, "", "dateline = \"CITY —\"", "dateline = \"CITY \U0001F389\"", "dateline = 7")
	},
	"top": func(p *pile, pick func(...string) string) {
		p.top = append(p.top, pick(`subject = "S"`, `subject = "S 🎉"`, `subject = "S\nBcc: x@y.example"`, `subhead = "🎉"`, `notes = "🎉"`,
			`notes = "[fill in: notes]"`, `boilerplate = "About 🎉"`, `signatories = ["River", "🎉"]`, `signatories = ["River"]`, `organization = "nobody"`,
			`unknown = 1`, `topics = ["a"]`, `layout = "uk"`, `subject = ""`, `subject = "[fill in: subject]"`, `notes = """`, `topics = [`))
	},
	"tables": func(p *pile, pick func(...string) string) {
		p.tables = append(p.tables, pick("[[contact]]\nname = \"Eve\"", "[[contact]]\nname = \"Eve \U0001F389\"\nemail = \"eve@x.example\"",
			"[[contact]]\nname = \"Eve\"\nemail = \"eve\"", "[[contact]]\nname = \"Eve\"\nphone = \"2\"\npublic = false", "[contact]\nname = \"Eve\"",
			"[[signatory]]\norg = \"Late\"\non = 2026-07-19", "[[signatory]]\norg = \"Late \U0001F389\"\non = 2026-07-19", "[[signatory]]\norg = \"Late\"",
			"[[quotes]]", "[[unknown]]"))
	},
	"cover": func(p *pile, pick func(...string) string) {
		p.tables = append(p.tables, "[[cover]]\n"+pick("id = \"c\"\n", "")+"to = "+pick(`["main"]`, `["empty"]`, `["nowhere"]`, `[]`, `["trusted"]`, `["spoilt"]`,
			`["west"]`)+"\ntext = "+pick(`"For you."`, `""`, `"For you 🎉."`, `"[fill in: a note]"`, `"TK"`)+
			pick("", "\nphase = \"advance\"", "\nphase = \"release\"", "\nphase = \"later\""))
	},
	"translation": func(p *pile, pick func(...string) string) {
		lang := pick("es", "ja", "ar", "tlh", "en", "es-MX", "hi", "de")
		p.others["releases/SLUG."+lang+".md"] = "+++\n" + pick("headline = \"Bajan\"\n", "", "headline = \"Bajan \U0001F389\"\n", "headline = \"料金\"\n") +
			pick("dateline = \"CIUDAD\"\n", "", "date = 2026-07-20\n", "to = [\"main\"]\n", "subject = \"TK\"\n") +
			pick("", "[[quote]]\nid = \"river\"\ntext = \"Pedimos.\"\n", "[[quote]]\nid = \"nobody\"\ntext = \"Pedimos.\"\n", "[[cover]]\nid = \"c\"\ntext = \"🎉\"\n") +
			"+++\n" + pick("Cuerpo.\n", "", "本文。\n", "\U0001F389\n", "[fill in: cuerpo]\n", "متن ۹:۰۰\n")
		p.organization = append(p.organization, pick("", "languages = [\"ar\", \"hi\"]"))
	},
	"misnamed": func(p *pile, pick func(...string) string) {
		p.others["releases/SLUG"+pick("-es", ".es_MX", ".ES", ".es.draft")+".md"] = "+++\nheadline = \"Bajan\"\n+++\nCuerpo.\n"
	},
	"language": func(p *pile, pick func(...string) string) {
		p.lang = "language = " + pick(`"es"`, `"ja"`, `"ar"`, `"Spanish"`, `"tlh"`, `"he"`, `"hi"`, `""`, `"en-GB"`, `"zh-Hant"`)
	},
	"settings": func(p *pile, pick func(...string) string) {
		p.settings = append(p.settings, pick("[[org]]\nid = \"river\"\nname = \"River \U0001F389\"", "[[org]]\nid = \"river\"\nname = \"River\"\nlogo = \"gone.png\"",
			"[[org]]\nid = \"river\"\nname = \"River\"\nregion = \"moon\"", "[pdf]\njustify = true", "[server]\npublic_url = \"https://port.example\"",
			"[[org]]\nid = \"river\"\nname = \"River\"\n[org.press]\nname = \"Ria 🎉\"\nphone = \"1\"", "[[org]]\nid = \"river\"\nname = \"River\"\nregion = \"here\""))
	},
	"organization": func(p *pile, pick func(...string) string) {
		p.organization = append(p.organization, pick("logo = \"gone.svg\"", "boilerplate = \"About \U0001F389\"", "layout = \"uk\"", "url = \"https://x.example\"",
			"address = \"1 \U0001F389 Street\"", "language = \"es\"", "color = \"#0b5a76\"", "boilerplate = \"[fill in: about]\"", "boilerplate = \"TK\""))
	},
	"mail": func(p *pile, pick func(...string) string) {
		p.mail = append(p.mail, pick("from = \"Press \U0001F389 <p@x.example>\"", "from = \"Prässe <p@bücher.example>\"", "reply_to = \"r@x.example\"", "attach = \"always\"",
			"attach = \"never\"", "attach_limit = \"1KiB\"", "rate = 1"))
	},
	"templates": func(p *pile, pick func(...string) string) {
		p.others[pick("templates/web/page.html", "templates/email/mail.html", "templates/language/en.toml", "templates/language/es.toml", "templates/web/page.css")] = pick("{{.Nothing}}", "<p>{{", "", "<html><body>{{.Personal}}</body></html>", "x = 1", "p { color: red; } }")
	},
	"people": func(p *pile, pick func(...string) string) {
		p.unmailed = append(p.unmailed, pick("ann@c.example", "ben@d.example", "hanako@e.example"))
		if pick("all", "one") == "all" {
			p.unmailed = append(p.unmailed, "ann@c.example", "ben@d.example", "hanako@e.example")
		}
	},
	"embargo": func(p *pile, pick func(...string) string) {
		p.when, p.advance = pick("release_at = 2026-07-26T09:00:00-04:00", "date = 2026-07-20"), "advance = [\"trusted\"]"
	},
	"slug": func(p *pile, pick func(...string) string) {
		p.slug = pick(p.slug, p.slug+"-", p.slug+"_x", strings.ToUpper(p.slug), p.slug+".es", strings.Repeat(p.slug+"-", 20)+"x")
	},
}

// verdicts is how often each answer was given.
type verdicts struct{ drawn, sent int }

// TestWhatCheckPassesIsSentAndNothingElseIs draws workspaces and holds what check says
// against what send does: it prepares the mailing, and writes it. With PRESSROOM_FULL=1
// ten times as many.
func TestWhatCheckPassesIsSentAndNothingElseIs(t *testing.T) {
	_, l := setup(t, nil)
	var got verdicts
	rounds := 1
	if os.Getenv("PRESSROOM_FULL") != "" {
		rounds = 10
	}
	for range rounds {
		rapid.Check(t, func(t *rapid.T) { got.hold(t, l) })
	}
	if got.sent == 0 || got.sent == got.drawn {
		t.Errorf("%d of %d releases were sent: the draws are worth nothing", got.sent, got.drawn)
	}
	t.Logf("%d of %d releases were sent", got.sent, got.drawn)
}

func spoilt(t *rapid.T, slug string) *pile {
	p := orderly(slug)
	kinds := rapid.SliceOfNDistinct(rapid.SampledFrom(sortedKeys(spoils)), 0, 4, rapid.ID[string]).Draw(t, "spoilt")
	for _, kind := range kinds {
		spoils[kind](p, func(of ...string) string { return rapid.SampledFrom(of).Draw(t, kind) })
	}
	return p
}

func (v *verdicts) hold(t *rapid.T, l *ledger.Ledger) {
	v.drawn++
	ctx := context.Background()
	p := spoilt(t, fmt.Sprintf("r%d", v.drawn))
	dir, err := os.MkdirTemp("", "verdict")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	for name, data := range p.files() {
		if err := workspace.WriteFile(filepath.Join(dir, name), []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	w, err := workspace.Open(dir)
	if err != nil {
		return // neither begins
	}
	for _, key := range p.unmailed {
		if err := l.Suppress(ctx, key, ledger.ByHand, ""); err != nil {
			t.Fatal(err)
		}
	}
	defer func() {
		for _, key := range p.unmailed {
			if _, err := l.Unsuppress(ctx, key); err != nil {
				t.Fatal(err)
			}
		}
	}()
	checker, err := NewChecker(ctx, w, l, p.changes, now)
	if err != nil {
		t.Fatal(err)
	}
	checker.Known = func(context.Context, string) (*release.Known, error) { return p.known, nil }
	said, err := checker.Release(ctx, p.slug)
	if err != nil {
		t.Fatal(err)
	}
	plan, err := Prepare(ctx, w, l, p.slug, p.changes, p.known, now)
	if err != nil {
		t.Fatal(err)
	}
	_, refused := plan.Schedule(ctx, false, nil)
	if passes(said.Findings) != (refused == nil) {
		t.Fatalf("check says\n%v\nand send: %v\n%s", said.Findings, refused, dump(p.files()))
	}
	if nothing := strings.HasPrefix(said.Goes.String(), "nothing will be sent"); nothing != (refused != nil) {
		t.Fatalf("check says %q, and send: %v\n%s", said.Goes, refused, dump(p.files()))
	}
	if refused == nil {
		v.sent++
	}
}

// passes tells whether check lets a release go to send.
func passes(found diagnostic.List) bool {
	for _, d := range found {
		if d.Severity == diagnostic.Error || strings.HasSuffix(d.Message, "send will refuse this") {
			return false
		}
	}
	return true
}

func dump(files map[string]string) string {
	var out strings.Builder
	for _, name := range sortedKeys(files) {
		data := files[name]
		fmt.Fprintf(&out, "-- %s --\n%.1500s\n", name, data)
	}
	return out.String()
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
