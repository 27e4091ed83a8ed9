package sending_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"strings"
	"testing"
)

// double is a release on which two browsers and an editor on the machine write, each browser
// with the pages of text and form that it has open.
type double struct {
	*stage
	rnd    *rand.Rand
	text   [2]string
	form   [2]string
	in     map[string]bool // what has to be in the file
	fields map[string]string
	said   int
	saved  int
}

// Whatever two browsers save as text and in the form while an editor on the machine writes
// too: what was saved is in the file, or whoever saved was told; what somebody wrote over,
// having seen it, is among the earlier texts.
func TestTwoBrowsersAndAnEditorOnTheMachineLoseNothing(t *testing.T) {
	runs := 20
	if os.Getenv("PRESSROOM_FULL") != "" {
		runs = 200
	}
	s := open(t, levee(later), "")
	saved, told := 0, 0
	for run := range runs {
		s.write("releases/levee.md", roomy)
		d := &double{
			stage: s, rnd: rand.New(rand.NewPCG(5, uint64(run))), in: make(map[string]bool), fields: make(map[string]string),
		}
		for i := range 12 {
			d.step(fmt.Sprintf("r%dx%dx", run, i))
		}
		file := s.file("releases/levee.md")
		for token := range d.in {
			if !strings.Contains(file, token) {
				t.Errorf("run %d: %s is lost from\n%s", run, token, file)
			}
		}
		for field, token := range d.fields {
			if strings.Count(file, field+" = \""+token+"\"") != 1 {
				t.Errorf("run %d: %s is not %s in\n%s", run, field, token, file)
			}
		}
		saved, told = saved+d.saved, told+d.said
	}
	if saved < runs*5 || told < max(1, runs/20) {
		t.Errorf("only %d saves, and %d that were told", saved, told)
	}
	d := 0
	list, err := s.app.Revisions.List(context.Background(), "levee", "")
	for _, r := range list {
		if r.Who != "" {
			d++
		}
	}
	if err != nil || d < 50 {
		t.Errorf("%d saves are kept, %v", d, err)
	}
}

// roomy is a release with lines between which others can be put.
var roomy = levee(later) + strings.Repeat("\nA line of it.\n", 12)

func (d *double) step(token string) {
	who := d.rnd.IntN(2)
	d.is([]string{"ana@harbor.example", "bea@harbor.example"}[who])
	if d.text[who] == "" || d.rnd.IntN(3) == 0 {
		d.text[who], d.form[who] = d.shows(editPath), d.shows(formPath)
	}
	switch d.rnd.IntN(4) {
	case 0: // the editor on the machine
		d.write("releases/levee.md", d.with(d.file("releases/levee.md"), token))
		d.in[token] = true
	case 1:
		code, body := d.press(d.text[who], editPath, "text", d.with(d.began(d.text[who]), token))
		if d.came(code, body) {
			d.in[token] = true
		}
		d.text[who] = "" // it is opened anew
	case 2:
		code, body := d.change(d.form[who], "contact", "-1", "do", "add", "now.name", token, "now.phone", "2")
		if d.came(code, body) {
			d.in[token] = true
		}
	case 3:
		field := []string{"subhead", "subject", "dateline"}[d.rnd.IntN(3)]
		code, body := d.change(d.form[who], "", "-1", "now."+field, token)
		if d.came(code, body) {
			if was := d.fields[field]; was != "" && !strings.Contains(d.form[who], was) {
				d.t.Errorf("%s wrote %s over %s, which its page did not show", field, token, was)
			}
			d.fields[field] = token
		}
		d.text[who] = ""
	}
}

// with is a text with a line more somewhere below the front matter.
func (d *double) with(text, token string) string {
	front := strings.LastIndex(text, "+++\n") + len("+++\n")
	lines := strings.SplitAfter(text[front:], "\n")
	at := d.rnd.IntN(len(lines))
	return text[:front] + strings.Join(lines[:at], "") + token + "\n" + strings.Join(lines[at:], "")
}

// began is the text that a page was opened with.
func (d *double) began(body string) string { return d.stage.form(body, editPath).Get("base") }

// came tells whether something was saved; else it has to be told.
func (d *double) came(code int, body string) bool {
	d.t.Helper()
	switch {
	case code == http.StatusOK && strings.Contains(body, "Saved."):
		d.saved++
		return true
	case code == http.StatusConflict && strings.Contains(body, `role="alert"`):
		d.said++
		return false
	}
	d.t.Fatalf("%d\n%s", code, main(body))
	return false
}
