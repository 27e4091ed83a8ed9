package lists

import (
	"bytes"
	"context"
	"fmt"
	"path"
	"regexp"
	"strings"

	"pressroom/internal/contacts"
	"pressroom/internal/frontmatter"
	"pressroom/internal/saying"
)

// segmentsFile is where the segments stand.
const segmentsFile = "contacts/" + contacts.SegmentsFile

// SegmentsVersion names the bytes of the segments' file; "" where there is none.
func (d *Desk) SegmentsVersion() (string, error) {
	files, err := d.w.ContactFiles()
	if err != nil {
		return "", err
	}
	for _, f := range files {
		if path.Base(f.Name) == contacts.SegmentsFile {
			return versionOf(f.Data), nil
		}
	}
	return "", nil
}

// SetRule gives a segment a rule; one that is not there is added. What comes back names
// the change for Undo. Errors are those of Do; where the name is that of no segment it
// has to be one that a segment can have.
func (d *Desk) SetRule(ctx context.Context, version, name, rule string) (undo string, err error) {
	if !listName.MatchString(name) {
		return "", saying.Errorf("a segment's name is small letters, digits and hyphens, as in national-tech, not %q", name)
	}
	rule = strings.TrimSpace(strings.ReplaceAll(rule, "\r\n", "\n"))
	return d.change(ctx, segmentsFile, version, func(data []byte) ([]byte, error) { return setRule(data, name, rule) })
}

func setRule(data []byte, name, rule string) ([]byte, error) {
	doc, diags := frontmatter.Parse(segmentsFile, data)
	if doc == nil {
		return nil, diags
	}
	if all := doc.Root().Table("segment"); all != nil && all.Table(name) != nil {
		return doc.Set(frontmatter.Join("segment", name), "where", quoteRule(rule))
	}
	return doc.AppendTable("segment."+name, "where = "+quoteRule(rule))
}

// quoteRule writes a rule between the marks that are read most easily: rules are full of
// quotation marks.
func quoteRule(rule string) string {
	if rule != "" && !strings.ContainsAny(rule, "'\n\r") && !strings.ContainsFunc(rule, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		return "'" + rule + "'"
	}
	return frontmatter.Quote(rule)
}

// DropRule takes a segment out. Errors are those of Do.
func (d *Desk) DropRule(ctx context.Context, version, name string) (undo string, err error) {
	return d.change(ctx, segmentsFile, version, func(data []byte) ([]byte, error) {
		if !listName.MatchString(name) {
			return nil, saying.Errorf("no segment is called %q", name)
		}
		return dropTable(data, "segment."+name)
	})
}

var header = regexp.MustCompile(`(?m)^[ \t]*\[`)

// dropTable takes a table out of TOML: from its header to the next one. What is read of
// the others has to stay what it is.
func dropTable(data []byte, name string) ([]byte, error) {
	at := regexp.MustCompile(`(?m)^[ \t]*\[[ \t]*` + regexp.QuoteMeta(name) + `[ \t]*\]`).FindIndex(data)
	if at == nil {
		return nil, fmt.Errorf("%s: [%s] does not stand there by itself; edit the file", segmentsFile, name)
	}
	end := len(data)
	if next := header.FindIndex(data[at[1]:]); next != nil {
		end = at[1] + next[0]
	}
	out := bytes.Join([][]byte{data[:at[0]], data[end:]}, nil)
	_, key, _ := strings.Cut(name, ".")
	before, after := rulesOf(data), rulesOf(out)
	delete(before, key)
	if len(before) != len(after) {
		return nil, fmt.Errorf("%s: [%s] cannot be taken out by itself; edit the file", segmentsFile, name)
	}
	for n, rule := range before {
		if after[n] != rule {
			return nil, fmt.Errorf("%s: [%s] cannot be taken out by itself; edit the file", segmentsFile, name)
		}
	}
	return out, nil
}

// rulesOf are the rules of a file of segments, by name; nil where it cannot be read.
func rulesOf(data []byte) map[string]string {
	doc, _ := frontmatter.Parse(segmentsFile, data)
	if doc == nil {
		return nil
	}
	out := make(map[string]string)
	if all := doc.Root().Table("segment"); all != nil {
		for _, name := range all.Keys() {
			if t := all.Table(name); t != nil {
				out[name] = t.String("where")
			}
		}
	}
	return out
}
