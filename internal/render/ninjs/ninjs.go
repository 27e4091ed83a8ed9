// Package ninjs renders a release as News in JSON, IPTC's ninjs 2.1
// (https://iptc.org/standards/ninjs/), which newsrooms' systems read.
package ninjs

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"pressroom/internal/release"
	"pressroom/internal/render/html"
	"pressroom/internal/render/text"
)

// File is a file of the release that everybody can have.
type File struct {
	release.Enclosure
	Type string // media type
}

// Addresses are where the release is. All are whole, or relative to URI's own place.
type Addresses struct {
	URI string // of the version's page
	// Versions are the pages of the other languages.
	Versions map[string]string
	Files    []File
}

type item struct {
	URI            string         `json:"uri"`
	Standard       standard       `json:"standard"`
	Type           string         `json:"type"`
	Language       string         `json:"language"`
	FirstCreated   string         `json:"firstcreated"`
	VersionCreated string         `json:"versioncreated"`
	PubStatus      string         `json:"pubstatus"`
	Representation string         `json:"representationtype"`
	Headlines      []valued       `json:"headlines"`
	Descriptions   []valued       `json:"descriptions,omitempty"`
	Bodies         []valued       `json:"bodies"`
	EdNote         string         `json:"ednote,omitempty"`
	Located        string         `json:"located,omitempty"`
	InfoSources    []organisation `json:"infosources"`
	Organisations  []named        `json:"organisations,omitempty"` // who has signed it
	Subjects       []named        `json:"subjects,omitempty"`
	Associations   []association  `json:"associations,omitempty"`
}

type standard struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Schema  string `json:"schema"`
}

type valued struct {
	Role        string `json:"role,omitempty"`
	ContentType string `json:"contenttype,omitempty"`
	CharCount   int    `json:"charcount,omitempty"`
	Value       string `json:"value"`
}

type named struct {
	Name string `json:"name"`
}

type organisation struct {
	Name        string        `json:"name"`
	ContactInfo []contactInfo `json:"contactinfo,omitempty"`
}

type contactInfo struct {
	Type  string `json:"type"`
	Role  string `json:"role,omitempty"`
	Name  string `json:"name,omitempty"`
	Value string `json:"value"`
}

type association struct {
	Name         string      `json:"name"`
	URI          string      `json:"uri"`
	Type         string      `json:"type"`
	Language     string      `json:"language,omitempty"`
	By           string      `json:"by,omitempty"`
	UsageTerms   string      `json:"usageterms,omitempty"`
	Headlines    []valued    `json:"headlines,omitempty"`
	Descriptions []valued    `json:"descriptions,omitempty"`
	Renditions   []rendition `json:"renditions,omitempty"`
}

type rendition struct {
	Name        string `json:"name"`
	Href        string `json:"href"`
	ContentType string `json:"contenttype"`
	Width       int    `json:"width,omitempty"`
	Height      int    `json:"height,omitempty"`
}

// Render returns a version of a release as it goes out.
func Render(r *release.Release, v *release.Version, at Addresses) ([]byte, error) {
	instant := r.Timing.At.Format(time.RFC3339)
	body, page := text.Blocks(v, v.Body), string(html.Blocks(v, v.Body))
	it := item{
		URI: at.URI, Standard: standard{"ninjs", "2.1", "https://www.iptc.org/std/ninjs/ninjs-schema_2.1.json"},
		Type: "text", Language: v.Language, FirstCreated: instant, VersionCreated: instant, PubStatus: "usable", Representation: "full",
		Headlines:    []valued{{Role: "main", Value: v.Headline}},
		Descriptions: []valued{{Role: "summary", ContentType: "text/plain", Value: release.Summary(v.Body, 200)}},
		Bodies: []valued{
			{"text", "text/plain", utf8.RuneCountInString(body), body}, {"html", "text/html", utf8.RuneCountInString(page), page},
		},
		EdNote: strings.TrimSpace(text.Blocks(v, v.Notes)), Located: v.Dateline, InfoSources: []organisation{issuer(r, v)},
	}
	if s := r.Statement(v, false); s != nil { // what became of it stands before what else editors are told
		it.EdNote = strings.TrimSpace(strings.Join(s.Lines(), "\n") + "\n\n" + it.EdNote)
		last := r.Amended.Last()
		if it.VersionCreated = last.At.In(r.Zone).Format(time.RFC3339); last.Grade == release.GradeWithdrawal {
			it.PubStatus = "canceled"
		}
		if last.Grade == release.GradeHold {
			it.PubStatus = "withheld"
		}
	}
	if v.Subhead != "" {
		it.Headlines = append(it.Headlines, valued{Role: "sub", Value: v.Subhead})
	}
	for _, name := range r.Signatories {
		it.Organisations = append(it.Organisations, named{name})
	}
	for _, late := range r.Late {
		it.Organisations = append(it.Organisations, named{late.Name})
	}
	for _, t := range r.Topics {
		it.Subjects = append(it.Subjects, named{t})
	}
	it.Associations = append(versions(r, v, at), files(r, v, at)...)
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(it); err != nil {
		return nil, fmt.Errorf("writing the release as ninjs: %w", err)
	}
	return b.Bytes(), nil
}

// issuer is the organization with the ways to reach its press contacts.
func issuer(r *release.Release, v *release.Version) organisation {
	o := organisation{Name: r.Issuer.Name}
	for _, c := range r.PublicContacts(false, v.Language) {
		for _, way := range []struct{ kind, value string }{{"phone", c.Phone}, {"email", c.Email}} {
			if way.value != "" {
				o.ContactInfo = append(o.ContactInfo, contactInfo{way.kind, c.Role, c.Name, way.value})
			}
		}
	}
	return o
}

// versions are the release in its other languages.
func versions(r *release.Release, v *release.Version, at Addresses) []association {
	var out []association
	for _, o := range r.Versions {
		if o != v {
			out = append(out, association{
				Name: "language-" + o.Language, URI: at.Versions[o.Language], Type: "text", Language: o.Language,
				Headlines: []valued{{Role: "main", Value: o.Headline}},
			})
		}
	}
	return out
}

func files(r *release.Release, v *release.Version, at Addresses) []association {
	var out []association
	for _, f := range at.Files {
		a := association{
			Name: f.Name, URI: f.Address, Type: "component",
			Renditions: []rendition{{"original", f.Address, f.Type, f.Width, f.Height}},
		}
		switch f.Kind {
		case release.DocumentFile:
			for _, d := range r.Documents {
				if d.File == f.Key {
					a.Headlines = []valued{{Value: d.Title}}
				}
			}
		case release.VideoFile:
			a.Type = "video"
		case release.OriginalFile, release.PictureFile:
			a.Type = "picture"
		}
		for _, m := range v.Media {
			if m.File == f.Key {
				a.By, a.UsageTerms = m.Credit, m.Rights
				a.Descriptions = described(m)
			}
		}
		out = append(out, a)
	}
	return out
}

func described(m release.Medium) []valued {
	var out []valued
	if m.Caption != "" {
		out = append(out, valued{Role: "caption", Value: m.Caption})
	}
	if m.Alt != "" {
		out = append(out, valued{Role: "alternative", Value: m.Alt})
	}
	return out
}
