package workspace

import (
	"strings"
	"time"

	"pressroom/internal/frontmatter"
	"pressroom/internal/language"
)

// Embargo is how journalists agree to embargoes.
type Embargo struct {
	// EachRelease: everybody who has not said no is asked for each release. Otherwise who
	// has agreed once gets advance copies, and only who has said nothing is asked.
	EachRelease bool
	// Terms are the workspace's own, by language (BCP 47), "" for readers of all others;
	// none for those of the program.
	Terms map[string]string
	// Record: it is recorded when somebody first opens the page of an advance copy, and
	// what they download from it. Keep is for how long.
	Record bool
	Keep   time.Duration
	// Reference: what is downloaded from it bears a reference that stands for whoever has
	// downloaded it.
	Reference bool
}

// Of are the workspace's own terms for a reader's language; "" where it has none.
func (e Embargo) Of(tag string) string {
	for ; tag != ""; tag = tag[:max(0, strings.LastIndexByte(tag, '-'))] {
		if s := e.Terms[tag]; s != "" {
			return s
		}
	}
	return e.Terms[""]
}

const (
	maxTerms = 8000 // bytes
	keepFor  = 90 * 24 * time.Hour
)

func (s *Settings) embargo(t *frontmatter.Table) {
	e := &s.Embargo
	mode := "standing"
	oneOf(t, "agreement", &mode, "standing", "release")
	e.EachRelease = mode == "release"
	e.Terms = make(map[string]string)
	switch v, _ := t.Raw("terms"); v.(type) {
	case nil:
	case string:
		e.term(t, "terms", "")
	default:
		if own := t.Table("terms"); own != nil {
			for _, key := range own.Keys() {
				tag, err := language.Canonical(key)
				if err != nil {
					own.Errorf(key, "language", "%v; write terms by the language's tag, as in terms.es = \"…\"", err)
				}
				e.term(own, key, tag)
			}
			own.Done(nil)
		}
	}
	e.Record, e.Reference = t.Bool("record", false), t.Bool("reference", false)
	if v := t.Line("keep"); v != "" {
		d, ok := days(v)
		if !ok {
			t.Errorf("keep", "time", `keep is for how many days it is kept what was opened, such as "90d", from 1d to 3650d`)
		}
		e.Keep = d
	}
	t.Done(nil)
}

// term reads the terms for a language.
func (e *Embargo) term(t *frontmatter.Table, key, tag string) {
	s := strings.TrimSpace(t.String(key))
	if len(s) > maxTerms {
		t.Errorf(key, "embargo", "terms are read before a button is pressed: at most %d bytes", maxTerms)
	}
	if s != "" {
		e.Terms[tag] = s
	}
}

// days reads a number of days, as in 90d.
func days(s string) (time.Duration, bool) {
	n := 0
	digits, ok := strings.CutSuffix(s, "d")
	for _, c := range digits {
		if c < '0' || c > '9' || n > 3650 {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return time.Duration(n) * 24 * time.Hour, ok && n >= 1 && n <= 3650
}
