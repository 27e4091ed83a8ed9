package importer

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
	"pressroom/internal/importer/attribution"
	"pressroom/internal/importer/prose"
	"pressroom/internal/language"
)

func drafted(tag string) *draft {
	return &draft{Copy: attribution.Copy{Cat: language.Of(tag), Lang: tag, Today: today}}
}

// Blocks of contacts in which one word is written otherwise.
func TestContactsInOneWordOtherwise(t *testing.T) {
	var b strings.Builder
	for _, block := range []string{
		"Contact: Dana Whitlock, press officer, Open Harbor, 555-010-0142, dana@harbor.example",
		"Media contacts:\nDana Whitlock\nOpen Harbor\nPress officer\n555-010-0142 office\ndana@harbor.example\n\nBo Lind, River Alliance\nTel: (555) 010-0143 ext 5 | bo@river.example\nThe port closes at five on Fridays.",
		"Contacts: Dana Whitlock (Open Harbor) dana@harbor.example 555-010-0142; Bo Lind – River Alliance – +1 555 010 0143 / +1 555 010 0144 cell",
		"Contact: Harbor Press Agency\nDana Whitlock\nE: dana@harbor.example\nM: 555 010 0142\nSee https://harbor.example/press for more\nAbout River Alliance",
		"For more information:\nDana Whitlock, dana@harbor.example, dana@home.example\nDana Whitlock, director, 555.010.0142\nBo Lind bo@river.example Cy Otter cy@river.example",
		"Pressekontakt: Klara Stein, Pressestelle, Telefon: +49 30 5550142, klara@flussbund.example",
	} {
		b.WriteString(expect.InOneWord(block, block, func(s string) string {
			d := drafted("en")
			var list []prose.Para
			for _, line := range strings.FieldsFunc(s, func(r rune) bool { return r == '\n' }) {
				list = append(list, prose.Para{Text: strings.TrimSpace(line)})
			}
			if len(list) == 0 {
				return ""
			}
			n := d.contactBlock(list)
			out := fmt.Sprint(n)
			for _, c := range d.Contacts {
				out += fmt.Sprintf(" [%s | %s | %s | %s | %s]", c.Name, c.Role, c.Org, c.Phone, c.Email)
			}
			return fmt.Sprintf("%s %q %q", out, d.dropped, d.Unsure)
		}))
	}
	expect.File(t, "turned-contacts.golden.txt", b.String())
}

// What lines at the head and the foot of a text are, with one word written otherwise.
func TestLinesInOneWordOtherwise(t *testing.T) {
	var b strings.Builder
	for _, line := range []string{
		"FOR IMMEDIATE RELEASE: November 20, 2026", "MARLOW, Mass., November 20, 2026 (Harbor Wire) – Eleven groups asked the port today.", "Marlow, den 20. November 2026 –", "Issued by Open Harbor on November 20, 2026",
		"Date: Friday, 20 November 2026", "Notes to editors: The tests are of 2022.", "About the River Alliance of New Marlow", "Press contact for the media: Dana Whitlock, dana@harbor.example", "# # # ends", "Photo: A jar of water, by Tom Reed",
		"Dr. Ana Ruiz, MD, President and CEO, Harbor Health Network", "Harbor Groups Ask the Port for Its Water Tests, and Give It a Month", "November 20, 2026 – Contact: Dana Whitlock, 555-010-0142",
	} {
		b.WriteString(expect.InOneWord(line, line, func(s string) string {
			p := prose.Para{Text: strings.TrimSpace(s)}
			var is []string
			for _, what := range []struct {
				name string
				is   bool
			}{
				{"body", isBodyStart(p)},
				{"about", isAbout(p)},
				{"contact", isLabel(p, prose.ContactLine)},
				{"notes", isLabel(p, notesLine)},
				{"label", isLabel(p, prose.LabelLine)},
				{"part", prose.IsPartLine(p.Text)},
				{"day", isDateLine(p.Text, "en")},
				{"signature", prose.LooksLikeSignature(p.Text)},
				{"name", prose.LooksLikeName(p.Text)},
			} {
				if what.is {
					is = append(is, what.name)
				}
			}
			if end, ok := prose.DatelineEnd(p.Text); ok {
				is = append(is, fmt.Sprintf("dateline to %d", end))
			}
			if d, i := drafted("en"), 0; d.dayLine([]prose.Para{p}, &i) {
				is = append(is, fmt.Sprintf("line of the day %s, %d, %q %q %d", d.day.Format("2006-01-02"), i, d.dropped, d.Letterhead, len(d.Contacts)))
			}
			if name := prose.TrimLetters(p.Text); name != p.Text {
				is = append(is, name)
			}
			return strings.Join(is, ", ")
		}))
	}
	expect.File(t, "turned-lines.golden.txt", b.String())
}
