package app

import (
	"fmt"
	"net/mail"
	"os"
	"path/filepath"
	"slices"

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
	// Language is that of its releases (BCP 47); where it is not known, it follows from the zone.
	Language string
}

// british are zones in which English is written with the day before the month.
var british = []string{"Europe/London", "Europe/Dublin", "Europe/Belfast", "Europe/Jersey", "Europe/Guernsey", "Europe/Isle_of_Man"}

// tongue is the language of its releases, and the layout that is usual with it; "" where
// nothing speaks for other ones than the settings begin with.
func (who Identity) tongue() (tag, layout string) {
	tag = who.Language
	if tag == "" && slices.Contains(british, who.Zone) {
		tag = "en-GB"
	}
	if tag == "en-GB" {
		layout = "uk"
	}
	return tag, layout
}

// Settings are those of the new workspace: the sample's with what is known put in, or
// those of an empty one, in which nothing of the sample stands.
func (who Identity) Settings(sample []byte, empty bool) ([]byte, error) {
	tag, layout := who.tongue()
	known := []struct{ table, key, value string }{
		{"organization", "id", release.Slugify(who.Name)},
		{"organization", "name", who.Name},
		{"organization", "timezone", who.Zone},
		{"mail", "from", who.sender()},
		{"organization", "language", tag},
		{"organization", "layout", layout},
	}
	if empty {
		lines := make(map[string]string)
		for _, k := range known {
			if k.value != "" {
				lines[k.key] = k.key + " = " + frontmatter.Quote(k.value)
			}
		}
		sample, known = []byte(templates.Settings(lines)), known[len(known)-2:]
	} else if who.Name != "" {
		var err error
		if sample, err = withoutTheSamples(sample); err != nil {
			return nil, err
		}
		if who.From == "" { // the address is to be another, and the name at least is theirs
			known = append(known, struct{ table, key, value string }{"mail", "from", sender(who.Name+" press office", "press@openharbor.example")})
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

// sender is that of mail: behind an address alone stands the organization, whose name an inbox shows.
func (who Identity) sender() string {
	if a, err := mail.ParseAddress(who.From); err == nil && a.Name == "" && who.Name != "" {
		return sender(who.Name, a.Address)
	}
	return who.From
}

// sender is a sender of mail as a person would write it: quoted only where it has to be.
func sender(name, address string) string {
	plain := name + " <" + address + ">"
	if a, err := mail.ParseAddress(plain); err == nil && a.Name == name && a.Address == address {
		return plain
	}
	return (&mail.Address{Name: name, Address: address}).String()
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
