package draft

import (
	"fmt"
	"regexp"
	"strconv"

	"pressroom/internal/fields"
	"pressroom/internal/frontmatter"
	"pressroom/internal/language"
)

// Beginning is what is known of a release before it is written.
type Beginning struct {
	Headline string
	// Kind is how it goes out: "date" (as soon as it is sent), "embargo" or "release_at" (At),
	// or "hold", at a word.
	Kind string
	// At is a date and a time, as a browser's field has it.
	At string
	// Zone is the one that At is in, where it is not the workspace's.
	Zone     string
	Language string // "" for the organization's
}

// The lines of the skeleton that say when a release goes out.
var (
	dateLine = regexp.MustCompile(`(?m)^date +=[^\n]*$`)
	kindLine = map[string]*regexp.Regexp{
		"embargo":    regexp.MustCompile(`(?m)^# embargo +=[^\n]*$`),
		"release_at": regexp.MustCompile(`(?m)^# release_at +=[^\n#]*[0-9][^\n]*$`),
		"hold":       regexp.MustCompile(`(?m)^# release_at +="hold"[^\n]*$|(?m)^# release_at += "hold"[^\n]*$`),
	}
)

// Begin is a skeleton with what is known of a release written into it.
func Begin(skeleton []byte, b Beginning) ([]byte, error) {
	out := skeleton
	if b.Kind != "" && b.Kind != "date" {
		line, known := kindLine[b.Kind]
		if !known {
			return nil, fmt.Errorf("%q is no way to go out; there are date, embargo, release_at and hold", b.Kind)
		}
		value := `release_at = "hold"`
		if b.Kind != "hold" {
			at, err := fields.Written(fields.Field{Key: b.Kind, Kind: fields.Moment}, b.At)
			if err != nil {
				return nil, fmt.Errorf("say when it goes out, as in 2026-07-26T09:00")
			}
			value = b.Kind + " = " + at
		}
		if !line.Match(out) || !dateLine.Match(out) {
			return nil, fmt.Errorf("the skeleton has no line for %s", b.Kind)
		}
		out = dateLine.ReplaceAll(line.ReplaceAll(out, []byte(value)), nil)
	}
	for _, key := range []struct{ name, value string }{{"headline", b.Headline}, {"language", b.Language}, {"timezone", b.Zone}} {
		if key.value == "" {
			continue
		}
		if key.name == "language" {
			tag, err := language.Canonical(key.value)
			if err != nil {
				return nil, err
			}
			key.value = tag
		}
		doc, diags := frontmatter.Split("releases/new.md", out)
		if doc == nil {
			return nil, diags
		}
		next, err := doc.Set("", key.name, strconv.Quote(key.value))
		if err != nil {
			return nil, err
		}
		out = next
	}
	return out, nil
}
