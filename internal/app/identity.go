package app

import (
	"fmt"
	"net/mail"
	"os"
	"path/filepath"

	"pressroom/internal/frontmatter"
	"pressroom/internal/release"
	"pressroom/internal/workspace"
	"pressroom/templates"
)

// Identity is whose a new workspace is; what is not known is "".
type Identity struct {
	Name string // of the organization, as it is printed
	Zone string // IANA
	From string // the sender of mail (RFC 5322)
	// Language is that of its releases (BCP 47).
	Language string
}

// Settings are those of the new workspace: the sample's with what is known put in, or
// those of an empty one, in which nothing of the sample stands.
func (who Identity) Settings(sample []byte, empty bool) ([]byte, error) {
	known := []struct{ table, key, value string }{
		{"organization", "id", release.Slugify(who.Name)},
		{"organization", "name", who.Name},
		{"organization", "timezone", who.Zone},
		{"mail", "from", who.From},
		{"organization", "language", who.Language},
	}
	if empty {
		lines := make(map[string]string)
		for _, k := range known {
			if k.value != "" {
				lines[k.key] = k.key + " = " + frontmatter.Quote(k.value)
			}
		}
		sample, known = []byte(templates.Settings(lines)), known[len(known)-1:]
	} else if who.Name != "" {
		var err error
		if sample, err = withoutTheSamples(sample); err != nil {
			return nil, err
		}
		if who.From == "" { // the address is to be another, and the name at least is theirs
			known = append(known, struct{ table, key, value string }{"mail", "from", (&mail.Address{
				Name: who.Name + " press office", Address: "press@openharbor.example",
			}).String()})
		}
	}
	for _, k := range known {
		if k.value == "" {
			continue
		}
		doc, diags := frontmatter.Parse(workspace.SettingsFile, sample)
		if doc == nil {
			return nil, diags
		}
		var err error
		if sample, err = doc.Set(k.table, k.key, frontmatter.Quote(k.value)); err != nil {
			return nil, fmt.Errorf("writing %s: %w", k.key, err)
		}
	}
	return sample, nil
}

// Vacant tells that a folder is no workspace yet; else the error says so.
func Vacant(dir string) error {
	if _, err := os.Stat(filepath.Join(dir, workspace.SettingsFile)); err == nil {
		return fmt.Errorf("%s is a workspace already: there is a %s", dir, workspace.SettingsFile)
	}
	return nil
}

// withoutTheSamples takes out of the sample's settings what it says of its organization:
// below a release of somebody else it would be untrue.
func withoutTheSamples(sample []byte) ([]byte, error) {
	for _, key := range []string{"boilerplate", "url"} {
		doc, diags := frontmatter.Parse(workspace.SettingsFile, sample)
		if doc == nil {
			return nil, diags
		}
		var err error
		if sample, err = doc.Unset("organization", key); err != nil {
			return nil, fmt.Errorf("taking %s out: %w", key, err)
		}
	}
	return sample, nil
}
