package email

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pressroom/internal/expect"
	"pressroom/internal/language"
	"pressroom/internal/release"
	"pressroom/templates"
)

// small is a release with all that can stand above it in a mail.
func small() (*release.Release, *release.Version) {
	r := &release.Release{
		Issuer: release.Organization{Name: "Reeds & Co", Color: "#ffff00", Address: "1 Quay <Lane>, Marlow"},
		Covers: []release.Cover{
			{ID: "two", To: []release.Audience{{Name: "nobody"}}}, {ID: "<one>", To: []release.Audience{{Name: "desk"}, {Name: "wire"}}}, {ID: "none"},
		},
	}
	r.Timing.At = time.Date(2027, 6, 8, 17, 30, 0, 0, time.UTC)
	v := &release.Version{Language: "en", Headline: "A ferry goes at night", Subject: "The ferry", Body: []release.Block{paragraph("It goes.")}, Covers: []release.CoverText{
		{ID: "<one>", Text: []release.Block{paragraph("For the desk."), paragraph("Call us.")}}, {ID: "none", Text: []release.Block{paragraph("For nobody.")}},
	}}
	r.Versions = []*release.Version{v}
	return r, v
}

func defaults() Templates {
	set := templates.Defaults(nil)
	return Templates{Mail: set["email/mail.html"], Style: set["email/mail.css"]}
}

// The lines above a release, and the last ones, for each of what can stand there.
func TestTheTextAboveTheReleaseWhole(t *testing.T) {
	var b strings.Builder
	for _, c := range []struct {
		name  string
		phase release.Phase
		above Above
	}{
		{"nothing", release.PhaseRelease, Above{}},
		{"one paragraph about this copy", release.PhaseRelease, Above{Note: []string{"It was put right: https://reeds.example/ferry"}}},
		{"two paragraphs about this copy", release.PhaseRelease, Above{Note: []string{"It was put right.", "Instead of “went” read “goes”."}}},
		{"that words are marked", release.PhaseRelease, Above{Note: []string{(&release.Version{Language: "en"}).Catalogue().Correction(language.MarkedLine)}}},
		{"a cover note", release.PhaseRelease, Above{Covers: []string{"<one>"}}},
		{"two cover notes, under embargo", release.PhaseAdvance, Above{Covers: []string{"none", "<one>"}}},
		{"all of it", release.PhaseAdvance, Above{Covers: []string{"none"}, Note: []string{"It was put right."}}},
	} {
		r, v := small()
		bodies, err := Render(r, v, c.phase, c.above, nil, nil, defaults())
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "##### %s (%s)\n%s", c.name, bodies.Flow, bodies.Text)
		_, page, _ := strings.Cut(string(bodies.HTML), `<div class="mail"`)
		page, _, _ = strings.Cut(page, `<p class="letterhead"`)
		fmt.Fprintf(&b, "----- as a page\n%s\n", page)
	}
	expect.File(t, "above.golden.txt", b.String())
}

// The page of a mail as it leaves: its styles stand on its elements, and those that are
// for a dark ground or a small screen stay where they were.
func TestAMailWhole(t *testing.T) {
	r, v := small()
	bodies, err := Render(r, v, release.PhaseRelease, Above{}, nil, nil, defaults())
	if err != nil {
		t.Fatal(err)
	}
	expect.File(t, "mail.golden.txt", string(bodies.HTML))
}

// A preview with its choice of cover notes: what it adds to the mail.
func TestAPreviewWhole(t *testing.T) {
	r, v := small()
	tpl := Templates{Mail: "<html><head></head><body class=\"x\"><div>{{range .Covers}}<div class=\"cover\">{{.}}</div>{{end}}</div><p>{{.Personal}}</p></body></html>"}
	for _, c := range []struct {
		name   string
		covers []string
	}{{"both", []string{"<one>", "none"}}, {"one", []string{"none"}}, {"neither", nil}} {
		page, err := Preview(r, v, release.PhaseRelease, Above{Covers: c.covers}, Foot{HTML: "Their &amp; lines<br>"}, nil, nil, tpl)
		if err != nil {
			t.Fatal(err)
		}
		expect.File(t, "preview-"+c.name+".golden.txt", string(page))
	}
}

// A template of somebody's own may be short of what the buttons look for.
func TestAChoiceNeedsABody(t *testing.T) {
	for page, want := range map[string]string{
		"<p>x</p>":           "<p>x</p>",
		"<body":              "<body",
		"<body>x":            "<body>\n" + bar + "x",
		"<bode><body>x":      "<bode><body>\n" + bar + "x",
		"a<body a='b'>x <b>": "a<body a='b'>\n" + bar + "x <b>",
	} {
		if got := choice(page, &release.Release{}, []string{"a"}, Choice{}); got != want {
			t.Errorf("%q becomes\n%s\nwant\n%s", page, got, want)
		}
	}
}

const bar = `<input class="choice-at" type="radio" name="choice" id="choice-0"><label class="choice" for="choice-0">Without a cover note</label>
<input class="choice-at" type="radio" name="choice" id="choice-1" checked><label class="choice" for="choice-1">With a</label>
`

// What is shown of the mail to one address has the lines that are theirs.
func TestAPreviewToSomebodyHasTheirLines(t *testing.T) {
	r, v := small()
	page, plain, err := PreviewTo(r, v, release.PhaseRelease, Above{}, Foot{"Sent to ana &amp; co.<br>Leave", "Sent to ana & co.\nLeave"}, nil, nil, defaults())
	if err != nil {
		t.Fatal(err)
	}
	const footer = "\nSent to ana &amp; co.<br>Leave\n"
	if !strings.Contains(string(page), footer) || strings.Contains(string(page), PersonalLine) {
		t.Errorf("the page lacks %q:\n%s", footer, page)
	}
	if own := "\n" + separator + "\nSent to ana & co.\nLeave\n"; !strings.HasSuffix(string(plain), own) {
		t.Errorf("the text does not end with %q:\n%s", own, plain)
	}
}

// What is wrong with a template is said with its name.
func TestATemplateThatCannotBeUsed(t *testing.T) {
	for mail, want := range map[string]string{
		"{{":           "template email/mail.html: template: mail.html:1: unclosed action",
		"{{.Nothing}}": `template email/mail.html: template: mail.html:1:2: executing "mail.html" at <.Nothing>: can't evaluate field Nothing in type email.view`,
		"<html><body>{{.Personal}}</body></html>": "template email/mail.html: it must print what {{.Note}} holds, above all else",
	} {
		r, v := small()
		_, err := Render(r, v, release.PhaseRelease, Above{Note: []string{"Put <right>."}}, nil, nil, Templates{Mail: mail})
		if err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", mail, err, want)
		}
		if page, plain, err := PreviewTo(r, v, release.PhaseRelease, Above{Note: []string{"Put <right>."}}, Foot{}, nil, nil, Templates{Mail: mail}); err == nil || page != nil || plain != nil {
			t.Errorf("%q: a preview is made", mail)
		}
		if _, err := Preview(r, v, release.PhaseRelease, Above{Note: []string{"Put <right>."}}, Foot{}, nil, nil, Templates{Mail: mail}); err == nil {
			t.Errorf("%q: a preview with a choice is made", mail)
		}
	}
	r, v := small()
	for _, note := range [][]string{nil, {"Put <right>."}} {
		mail := "<html><body>{{range .Note}}{{.}}{{end}} {{.Personal}}{{.Personal}}</body></html>"
		b, err := Render(r, v, release.PhaseRelease, Above{Note: note}, nil, nil, Templates{Mail: mail})
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(b.HTML), "\n"+PersonalLine+"\n"); n != 1 {
			t.Errorf("%d lines of the recipient's own:\n%s", n, b.HTML)
		}
	}
}

// The rules of a style sheet stand on the elements that they are for, and add no
// attributes; what is important stays so.
func TestStylesStandOnTheirElements(t *testing.T) {
	got, err := inline("<html><head><style>p { color: red !important } td { background-color: #fff; width: 5px }</style></head><body><p>a</p><table><tr><td>b</td></tr></table></body></html>")
	const want = `<html><head></head><body><p style="color:red !important">a</p><table><tbody><tr><td style="background-color:#fff;width:5px">b</td></tr></tbody></table></body></html>`
	if err != nil || string(got) != want {
		t.Errorf("%s, %v, want\n%s", got, err, want)
	}
}

// Each picture of many stands in its own place, and the styles of a choice once.
func TestManyPicturesOfAPreview(t *testing.T) {
	b := &Bodies{HTML: []byte(`<img src="cid:picture-10"><img src="cid:picture-1">`), Pictures: []Picture{
		{"picture-1", release.Asset{Type: "image/png", Data: []byte("x")}}, {"picture-10", release.Asset{Type: "image/gif", Data: []byte("y")}},
	}}
	if got, want := b.page(Foot{}), `<img src="data:image/gif;base64,eQ=="><img src="data:image/png;base64,eA==">`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := choice("</head></head><body>", &release.Release{}, []string{"a"}, Choice{}); strings.Count(got, "<style>") != 1 {
		t.Errorf("%s", got)
	}
	r, v := small()
	bodies, err := Render(r, v, release.PhaseRelease, Above{}, nil, nil, Templates{Mail: "<p>[{{.CoverLabel}}]{{.Personal}}</p>"})
	if err != nil || !strings.Contains(string(bodies.HTML), "<p>[]") {
		t.Errorf("%s, %v: there is a label for notes where there are none", bodies.HTML, err)
	}
}
