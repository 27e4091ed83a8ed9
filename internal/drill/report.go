package drill

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"pressroom/internal/wording"
)

// Document is what a report says of itself: a signature under it is under no other kind
// of document.
const Document = "pressroom embargo drill 1"

// Report is what a rehearsal has found.
type Report struct {
	Is       string     `json:"document"`
	Program  string     `json:"program"`
	Release  string     `json:"release"`
	Dispatch string     `json:"dispatch"`
	Revision string     `json:"revision"`
	At       *time.Time `json:"release_at"` // null for what waits for a word
	Began    time.Time  `json:"began"`
	Ended    time.Time  `json:"ended"`
	Servers  []*Asked   `json:"servers"`
	Times    []Timing   `json:"times"`
	Checks   []Checked  `json:"checks"`
	Faults   []Fault    `json:"faults"`
	Key      string     `json:"key"` // the SHA-256 of the public key that has signed it
}

// Asked is what one server was asked.
type Asked struct {
	Server      string   `json:"server"`
	Questions   int      `json:"questions"`
	Pairs       int      `json:"pairs"` // of them, with a name that cannot exist
	Unanswered  int      `json:"unanswered"`
	Links       int      `json:"closed_links"`
	Certificate string   `json:"certificate_until,omitempty"`
	Unsteady    []string `json:"unsteady_headers,omitempty"` // which are different in every answer
}

// Checked is what was looked at on this machine.
type Checked struct {
	Kind   Kind   `json:"kind"`
	What   string `json:"what"`
	Said   string `json:"said,omitempty"`
	Faults int    `json:"faults"`
}

// JSON is the report for programs, as it is signed.
func (r *Report) JSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(r); err != nil {
		return nil, fmt.Errorf("writing the report: %w", err)
	}
	return b.Bytes(), nil
}

const stamp = "2006-01-02 15:04:05 UTC"

// Text is the report for people, as it is signed.
func (r *Report) Text() []byte {
	var b bytes.Buffer
	say := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	say("REHEARSAL OF AN EMBARGO   (%s)\n", r.Is)
	say("Release   %s", r.Release)
	say("Mailing   %s, revision %s", r.Dispatch, r.Revision)
	if r.At != nil {
		say("Instant   %s", r.At.Format(stamp))
	} else {
		say("Instant   none: it waits for pressroom go %s", r.Release)
	}
	say("Made      %s to %s, by %s\n", r.Began.Format(stamp), r.Ended.Format(stamp), r.Program)
	r.faults(say)
	say("\nWhat was asked, as a stranger asks")
	for _, s := range r.Servers {
		say("  %s\n    %s, %s with a name that cannot exist; %d without an answer", s.Server, wording.Count(s.Questions, "question"),
			wording.Count(s.Pairs, "pair"), s.Unanswered)
		if s.Links > 0 {
			say("    %s that had to be closed", wording.Count(s.Links, "link"))
		}
		if s.Certificate != "" {
			say("    the certificate holds until %s", s.Certificate)
		}
		if len(s.Unsteady) > 0 {
			say("    not compared, since different in every answer: %s", strings.Join(s.Unsteady, ", "))
		}
	}
	say("\nHow long answers took, in milliseconds (medians)")
	for _, t := range r.Times {
		verdict := "none seen"
		if t.Apparent {
			verdict = "A DIFFERENCE"
		}
		say("  %s: %.3f, and %.3f for what cannot exist; %d pairs, twice; p = %.4f and %.4f: %s", t.Address, t.Median, t.Other, t.Pairs,
			t.First, t.Second, verdict)
	}
	say("\nWhat was looked at on this machine")
	for _, c := range r.Checks {
		mark := "ok    "
		if c.Faults > 0 {
			mark = "FAULT "
		}
		say("  %s%s%s", mark, c.What, lead(": ", c.Said))
	}
	say("\nSigned with the key whose SHA-256 is\n  %s", r.Key)
	return b.Bytes()
}

func (r *Report) faults(say func(string, ...any)) {
	if len(r.Faults) == 0 {
		say("NO FAULT was found.")
		return
	}
	say("%s:", strings.ToUpper(wording.Count(len(r.Faults), "fault")))
	for i, f := range r.Faults {
		say("%3d. %s%s\n     %s", i+1, f.Kind, lead(", ", f.Server), f.What)
		if f.Fix != "" {
			say("     → %s", f.Fix)
		}
	}
}

// lead puts something before a text, unless there is none.
func lead(before, text string) string {
	if text == "" {
		return ""
	}
	return before + text
}
