package workspace

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
	"pressroom/internal/saying"
)

// Kind is what a plain setting holds.
type Kind int

// The kinds.
const (
	Text   Kind = iota
	Number      // a whole number
	YesNo       // "yes" or "no"
	Words       // one text, or several with commas between them
)

// Plain is a setting of one value that is no secret: a form can show and change it.
type Plain struct {
	Name string // its table and key, as in mail.from
	Kind Kind
}

// Plains are the plain settings.
var Plains = []Plain{
	{"organization.name", Text},
	{"organization.url", Text},
	{"organization.address", Text},
	{"organization.language", Text},
	{"organization.timezone", Text},
	{"organization.layout", Text},
	{"organization.privacy", Text},
	{"mail.from", Text},
	{"mail.reply_to", Text},
	{"mail.return_path", Text},
	{"mail.smtp", Text},
	{"mail.tls", Text},
	{"mail.auth", Text},
	{"mail.rate", Number},
	{"mail.connections", Number},
	{"mail.per_domain", Number},
	{"mail.grace", Text},
	{"mail.attach", Text},
	{"mail.password_file", Text},
	{"server.listen", Text},
	{"server.public_url", Text},
	{"notify.email", Words},
	{"notify.webhook", Text},
	{"notify.headlines", YesNo},
	{"dispatch.approvers", Number},
	{"dispatch.undo", Text},
}

// File is a settings file as it stands, for a form.
type File struct {
	Version string // names its bytes; "" where there is none
	data    []byte
}

// SettingsText reads the settings file as it stands now, which may be another than the
// one that is in use.
func (w *Workspace) SettingsText() (*File, error) {
	data, err := w.whole(SettingsFile)
	if err != nil {
		return nil, err
	}
	return &File{versionOf(data), data}, nil
}

func versionOf(data []byte) string {
	if data == nil {
		return ""
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:12])
}

// secrets are what no page shows, though it has no place in the file: a password in an
// address, and the value of a key that says that it is one.
var secrets = []*regexp.Regexp{
	regexp.MustCompile(`(://[^:/@\s"']+:)[^@\s"']+(@)`),
	regexp.MustCompile(`(?m)^(\s*"?(?:\w*password|\w*secret|\w*token|api_?key)"?\s*=\s*).*()$`),
}

// Shown is the file without what is secret.
func (f *File) Shown() string {
	text := string(f.data)
	for _, s := range secrets {
		text = s.ReplaceAllString(text, "${1}•••${2}")
	}
	return text
}

// Values are the plain settings that the file has, as people write them, by their names.
func (f *File) Values() map[string]string {
	out := make(map[string]string)
	doc, _ := frontmatter.Parse(SettingsFile, f.data)
	if doc == nil {
		return out
	}
	for _, p := range Plains {
		if v, ok := valueOf(doc, p.Name); ok {
			out[p.Name] = v
		}
	}
	return out
}

// valueOf is a value as people write it; ok is false where the file has none.
func valueOf(doc *frontmatter.Document, name string) (v string, ok bool) {
	table, key, _ := strings.Cut(name, ".")
	of, _ := doc.Tree()[table].(map[string]any)
	switch v := of[key].(type) {
	case string:
		return v, true
	case int64:
		return strconv.FormatInt(v, 10), true
	case bool:
		return map[bool]string{true: "yes", false: "no"}[v], true
	case []any:
		var all []string
		for _, e := range v {
			all = append(all, fmt.Sprint(e))
		}
		return strings.Join(all, ", "), true
	}
	return "", false
}

// With is the file with other values of plain settings, by their names, and the settings
// that come of it. Every byte that is not one of what is changed is as it was. What is
// wrong with them is a diagnostic.List.
func (f *File) With(values map[string]string) (*File, Settings, error) {
	data := f.data
	for _, p := range Plains {
		v, said := values[p.Name]
		if !said {
			continue
		}
		doc, diags := frontmatter.Parse(SettingsFile, data)
		if doc == nil {
			return nil, Settings{}, diags
		}
		have, there := valueOf(doc, p.Name)
		if v = strings.TrimSpace(v); v == have || v == "" && !there {
			continue
		}
		var err error
		if data, err = p.set(doc, v); err != nil {
			return nil, Settings{}, err
		}
	}
	s, diags := ParseSettings(SettingsFile, data)
	if err := diags.Err(); err != nil {
		return nil, s, err
	}
	return &File{versionOf(data), data}, s, nil
}

// set writes the value into the file.
func (p Plain) set(doc *frontmatter.Document, v string) ([]byte, error) {
	table, key, _ := strings.Cut(p.Name, ".")
	written, err := p.written(key, v)
	if err != nil {
		return nil, err
	}
	if _, there := doc.Tree()[table]; !there {
		return doc.AppendTable(table, key+" = "+written)
	}
	return doc.Set(table, key, written)
}

// written is a value in TOML.
func (p Plain) written(key, v string) (string, error) {
	switch p.Kind {
	case Number:
		n, err := strconv.Atoi(v)
		if err != nil {
			return "", fmt.Errorf("%s is a whole number, not %q", key, diagnostic.Word(v))
		}
		return strconv.Itoa(n), nil
	case YesNo:
		if v != "yes" && v != "no" {
			return "", fmt.Errorf(`%s is "yes" or "no", not %q`, key, diagnostic.Word(v))
		}
		return strconv.FormatBool(v == "yes"), nil
	case Words:
		all := strings.Split(v, ",")
		if len(all) == 1 {
			return frontmatter.Quote(v), nil
		}
		for i := range all {
			all[i] = frontmatter.Quote(strings.TrimSpace(all[i]))
		}
		return "[" + strings.Join(slices.DeleteFunc(all, func(s string) bool { return s == `""` }), ", ") + "]", nil
	}
	return frontmatter.Quote(v), nil
}

// OtherError says that a file is another than when it was opened.
type OtherError struct{ File string }

func (e *OtherError) Error() string { return e.Said().String() }

// Said is the error as a sentence.
func (e *OtherError) Said() saying.Sentence {
	return saying.Of("%s was changed since you opened it; nothing was written", e.File)
}

// KeepSettings writes a settings file in the place of the one of a version. Where that is
// another by now it is an *OtherError. What is in use stays in use until the program
// begins anew.
func (w *Workspace) KeepSettings(ctx context.Context, version string, f *File) error {
	return w.EditFile(ctx, SettingsFile, func(data []byte) ([]byte, error) {
		if versionOf(data) != version {
			return nil, &OtherError{SettingsFile}
		}
		return f.data, nil
	})
}

// passwordFile is where a password is kept that was typed into a form.
const passwordFile = ".pressroom/smtp.password"

// KeepPassword keeps the password of the mail server in a file that its owner alone can
// read, and returns the name of that for the settings.
func (w *Workspace) KeepPassword(password string) (file string, err error) {
	if err := w.MakeStateDir(); err != nil {
		return "", err
	}
	return passwordFile, writePrivate(w.Path(passwordFile), password+"\n")
}
