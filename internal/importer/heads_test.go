package importer

import (
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// lacks checks that the file has none of the parts.
func lacks(parts ...string) func(*testing.T, string) {
	return func(t *testing.T, md string) {
		t.Helper()
		for _, p := range parts {
			if strings.Contains(md, p) {
				t.Errorf("the file has %q:\n%s", p, md)
			}
		}
	}
}

func both(checks ...func(*testing.T, string)) func(*testing.T, string) {
	return func(t *testing.T, md string) {
		t.Helper()
		for _, c := range checks {
			c(t, md)
		}
	}
}

const noDay, noContact = "names no day of release", "names no press contact"

// heads are ways in which releases begin: day, contacts, headline and what stands
// between it and the copy.
var heads = []layout{
	{
		"the day behind the dateline", "en", "Ropewalk opens its doors to schools\n\nHARWELL, Mass. – June 2, 2026 – The Ropewalk opens its doors to schools on Monday, and asks for no fee until the end of the year.\n", nil,
		both(has("date = 2026-06-02", `dateline = "HARWELL, Mass."`, "\nThe Ropewalk opens its doors"), lacks(noDay, "June 2")),
	},
	{
		"the day behind the dateline, in brackets and with a wire", "en", "Ropewalk opens its doors to schools\n\nHARWELL, Mass. — (June 2, 2026) — The Ropewalk opens its doors to schools on Monday, and asks for no fee until the end of the year.\n", nil,
		both(has("date = 2026-06-02", `dateline = "HARWELL, Mass."`, "\nThe Ropewalk opens its doors"), lacks(noDay)),
	},
	{
		"the day behind a wire's name", "en", "Ropewalk opens its doors to schools\n\nHARWELL, Mass., June 2, 2026 /Tidewire/ -- The Ropewalk opens its doors to schools on Monday, and asks for no fee until the end of the year.\n", nil,
		both(has("date = 2026-06-02", "\nThe Ropewalk opens its doors"), lacks(noDay)),
	},
	{
		"the day behind the dateline, French", "fr", "La corderie ouvre ses portes aux écoles de la ville\n\nBREVILLE (Manche), le 2 juin 2026 – La corderie de Breville ouvre lundi ses portes aux écoles de la ville et ne demande rien jusqu’à la fin de l’année.\n", nil,
		both(has("date = 2026-06-02", "\nLa corderie de Breville ouvre"), lacks(noDay)),
	},
	{
		"the day behind the dash, French", "fr", "La corderie ouvre ses portes aux écoles de la ville\n\nBREVILLE (Manche) – le 2 juin 2026 – La corderie de Breville ouvre lundi ses portes aux écoles de la ville et ne demande rien jusqu’à la fin de l’année.\n", nil,
		both(has("date = 2026-06-02", `dateline = "BREVILLE (Manche)"`, "\nLa corderie de Breville ouvre"), lacks(noDay, "le 2 juin")),
	},
	{
		"the day behind the dash, German", "de", "Die Seilerei öffnet für Schulen der Stadt\n\nBREMEN – 2. Juni 2026 – Die Seilerei öffnet am Montag für alle Schulen der Stadt und nimmt bis zum Ende des Jahres keinen Eintritt.\n", nil,
		both(has("date = 2026-06-02", `dateline = "BREMEN"`, "\nDie Seilerei öffnet am Montag"), lacks(noDay)),
	},
	{
		"a day with a label", "en", "Ropewalk opens its doors to schools\nDate: June 2, 2026\nIssued by the Harwell Ropewalk Office on 2 June 2026\n\nThe Ropewalk opens its doors to schools on Monday. It asks for no fee until the end of the year, and the first classes have come.\n", nil,
		both(has("date = 2026-06-02", `headline = "Ropewalk opens its doors to schools"`), lacks(noDay, "Date:", `subhead = "Issued`)),
	},
	{
		"a day with a label, above", "en", "Release date: 2 June 2026\n\nRopewalk opens its doors to schools\n\nThe Ropewalk opens its doors to schools on Monday. It asks for no fee until the end of the year, and the first classes have come.\n", nil,
		both(has("date = 2026-06-02", `headline = "Ropewalk opens its doors to schools"`), lacks(noDay)),
	},
	{
		"a day with a label, German", "de", "Datum: 2. Juni 2026\n\nDie Seilerei öffnet für Schulen der Stadt\n\nDie Seilerei öffnet am Montag für alle Schulen der Stadt. Sie nimmt bis zum Ende des Jahres keinen Eintritt, und die ersten Klassen waren da.\n", nil,
		both(has("date = 2026-06-02", `headline = "Die Seilerei öffnet für Schulen der Stadt"`), lacks(noDay)),
	},
	{
		"day and contact on one line", "en", "June 2, 2026 Contact: Dana Whitlock\nHarwell Ropewalk Office\n555-0199 (Office)\ndana@ropewalk.example\nFOR IMMEDIATE RELEASE: Harwell Ropewalk Office Opens\nIts Doors to Schools\n(HARWELL) – The Ropewalk Office opens its doors to schools on Monday. It asks for no fee until the\nend of the year, and the first classes have come. There are ropes of all kinds to be seen, and the\nold walk is open to its end.\n", nil,
		both(has("date = 2026-06-02", `headline = "Harwell Ropewalk Office Opens Its Doors to Schools"`, `name = "Dana Whitlock"`, `org = "Harwell Ropewalk Office"`, `phone = "555-0199"`, `email = "dana@ropewalk.example"`, `dateline = "HARWELL"`), lacks(noDay, noContact)),
	},
	{
		"the headline on the release line", "en", "FOR IMMEDIATE RELEASE: Harwell Ropewalk Opens Its Doors to Schools\nJune 2, 2026\n\nHARWELL – The Ropewalk opens its doors to schools on Monday, and asks for no fee until the end of the year.\n", nil,
		both(has("date = 2026-06-02", `headline = "Harwell Ropewalk Opens Its Doors to Schools"`), lacks("no headline was found")),
	},
	{
		"lines between headline and copy", "en", "FOR IMMEDIATE RELEASE\nJune 2, 2026\n\nRopewalk opens its doors to schools of the whole county\n\nOne: no fee until the end of the year\n\nTwo: a hundred classes have asked to come\n\nThree: the old walk is open to its end\n\nHARWELL – The Ropewalk opens its doors to schools on Monday, and asks for no fee until the end of the year.\n", nil,
		both(has(`subhead = "One: no fee until the end of the year"`, "Two: a hundred classes have asked to come\n\nThree: the old walk is open to its end\n\nThe Ropewalk opens")),
	},
	{
		"contacts with labels", "en", "FOR IMMEDIATE RELEASE\nJune 2, 2026\n\nMedia contact:\nDana Whitlock, Harwell Ropewalk\nPhone: 555-010-0142\nEmail: dana@ropewalk.example\n\nRopewalk opens its doors to schools\n\nHARWELL – The Ropewalk opens its doors to schools on Monday, and asks for no fee until the end of the year.\n", nil,
		both(has(`name = "Dana Whitlock"`, `org = "Harwell Ropewalk"`, `phone = "555-010-0142"`), lacks("role =")),
	},
	{
		"contacts with labels before everything", "en", "MEDIA CONTACT\nName: Dana Whitlock\nTitle: Head of Press\nTel: 555-010-0142\nMobile: 555-010-0143\nE-mail: dana@ropewalk.example\n\nRopewalk opens its doors to schools\n\nHARWELL, June 2, 2026 – The Ropewalk opens its doors to schools on Monday, and asks for no fee until the end of the year.\n", nil,
		both(has(`name = "Dana Whitlock"`, `role = "Head of Press`, `phone = "555-010-0142"`, `email = "dana@ropewalk.example"`), lacks("Tel", "Mobile")),
	},
	{
		"names with numbers under one address", "en", "FOR IMMEDIATE RELEASE\nJune 2, 2026\n\nPRESS CONTACTS:\nEmail: press@ropewalk.example\nDana Whitlock - 555-010-0142\nOwen Farrell: 555-010-0143\nRuth Delacroix: 555-010-0144\n\nRopewalk opens its doors to schools of the county\n\nHARWELL – The Ropewalk opens its doors to schools on Monday, and asks for no fee until the end of the year.\n", nil,
		both(has("name = \"Dana Whitlock\"\nphone = \"555-010-0142\"", "name = \"Owen Farrell\"\nphone = \"555-010-0143\"", "name = \"Ruth Delacroix\"\nphone = \"555-010-0144\"", `email = "press@ropewalk.example"`), lacks("org =", "role =")),
	},
	{
		"one contact twice", "en", "FOR IMMEDIATE RELEASE\nJune 2, 2026\n\nContact:\nDana Whitlock, Harwell Ropewalk\ndana@ropewalk.example\n555-010-0142\n\nRopewalk opens its doors to schools of the county\n\nHARWELL – The Ropewalk opens its doors to schools on Monday, and asks for no fee until the end of the year.\n\n###\n\nContact: Dana Whitlock, HRW\ndana@ropewalk.example\n555-010-0142\n", nil,
		both(has(`org = "Harwell Ropewalk"`), lacks(`org = "HRW"`)),
	},
	{
		"an agency's contact, and the address of the source", "en", "Ropewalk opens its doors to schools\n\nHARWELL, June 2, 2026 – The Ropewalk opens its doors to schools on Monday, and asks for no fee until the end of the year.\n\nContact Details\nBright Agency\nDana Whitlock\n+1 555-010-0142\ndana@bright.example\n\nView source version on tidewire.example: https://tidewire.example/news/ropewalk-910271467\n", nil,
		both(has("name = \"Dana Whitlock\"\norg = \"Bright Agency\"\nphone = \"+1 555-010-0142\"\nemail = \"dana@bright.example\"", "View source version"), lacks("role =")),
	},
	{
		"an advisory with a dash", "en", "MEDIA ADVISORY – Open Day at the Harwell Ropewalk\nDate: June 2, 2026\nWHO: Ropemaster Dana Whitlock\nWHEN: Wednesday, June 3, 2026, at 10:00 a.m.\nWHERE: The old walk, 2 Quay Lane\n", nil,
		both(has("date = 2026-06-02", `headline = "MEDIA ADVISORY – Open Day at the Harwell Ropewalk"`, "WHO: Ropemaster Dana Whitlock\n\nWHEN: Wednesday, June 3, 2026, at 10:00 a.m.\n\nWHERE: The old walk"), lacks("dateline =", noDay, "no headline")),
	},
	{
		"fields of an advisory", "en", "MEDIA ADVISORY: Ropewalk opens its doors to schools tomorrow\n\nFOR IMMEDIATE RELEASE\nJune 2, 2026\n\nWHAT: A hundred classes see how ropes are made, and make one of their own.\n\nWHEN: Wednesday, June 3 from 6:30pm - 7:30pm\n\nWHERE: The old walk, 2 Quay Lane.\n", nil,
		both(has("WHEN: Wednesday, June 3 from 6:30pm - 7:30pm"), lacks("dateline =")),
	},
	{
		"Markdown", "en", "# Ropewalk opens its doors to schools\n\nHARWELL, June 2, 2026 – The **Harwell Ropewalk** opens its doors to schools on Monday. More at [ropewalk.example](https://ropewalk.example).\n\n## What there is to see\n\n- ropes\n- *knots*\n", nil,
		both(has(`headline = "Ropewalk opens its doors to schools"`, "**Harwell Ropewalk**", "[ropewalk.example](https://ropewalk.example)", "## What there is to see", "- ropes\n"), lacks(`\*\*`)),
	},
	{
		"Markdown with front matter", "en", "---\ntitle: \"Ropewalk opens its doors to schools\"\ndate: 2026-06-02\nlayout: press\n---\nThe **Harwell Ropewalk** opens its doors to schools on Monday. It asks for no fee until the end of the year, and all classes may come.\n", nil,
		both(has(`headline = "Ropewalk opens its doors to schools"`, "date = 2026-06-02", "**Harwell Ropewalk**"), lacks("layout: press\n\n", noDay)),
	},
	{
		"a year that cannot be", "en", "FOR IMMEDIATE RELEASE\nJune 2, 1926\n\nRopewalk opens its doors to schools of the county\n\nHARWELL – The Ropewalk opens its doors to schools on Monday, and asks for no fee until the end of the year.\n", nil,
		has("names the year 1926, which can hardly be right"),
	},
	{
		"a year of five figures", "en", "FOR IMMEDIATE RELEASE\nJune 2, 20026\n\nRopewalk opens its doors to schools of the county\n\nHARWELL – The Ropewalk opens its doors to schools on Monday, and asks for no fee until the end of the year.\n", nil,
		has("“June 2, 20026” is no day of the calendar"),
	},
	{
		"a number of guests behind a day", "en", "FOR IMMEDIATE RELEASE\nJune 2, 2026\n\nRopewalk opens its doors to schools of the county\n\nHARWELL, June 2 – 120 schools may see the Ropewalk from Monday, and on June 9, 200 more. It asks for no fee until the end of the year.\n", nil,
		both(has("date = 2026-06-02", "120 schools may see"), lacks("no day of the calendar")),
	},
	{
		"ways that are closed", "de", "Pressemitteilung\n2. Juni 2026\n\nHarwell öffnet seine Seilerei für Schulen\n\nHARWELL – Die Stadt hat am Montag zwei Wege gesperrt, damit Schulklassen zur Seilerei gehen können.\n", nil,
		both(has("date = 2026-06-02", "zwei Wege gesperrt"), lacks("embargo =")),
	},
	{
		"a headline over two lines", "en", "FOR IMMEDIATE RELEASE\nJune 2, 2026\n\nHarwell Ropewalk Opens Its Doors to All\nof the Schools of the Whole County\n\nHARWELL – The Ropewalk opens its doors to schools on Monday, and asks for no fee until the end of the year.\n", nil,
		both(has(`headline = "Harwell Ropewalk Opens Its Doors to All of the Schools of the Whole County"`), lacks("subhead =")),
	},
	{
		"an end mark in brackets", "en", "FOR IMMEDIATE RELEASE\nJune 2, 2026\n\nRopewalk opens its doors to schools of the county\n\nHARWELL – The Ropewalk opens its doors to schools on Monday, and asks for no fee until the end of the year.\n\n[Ends]\n\nNotes to editors:\nThe walk is a mile long.\n", nil,
		both(has("The walk is a mile long."), lacks("Ends]")),
	},
}

// unsaid are words that a release writes anew: labels, and names of months.
var unsaid = prose.WordSet(`june juni juin date datum phone email e-mail tel mobile name title media press contact contacts details office
	for immediate release ends notes to editors le layout
	pressemitteilung`)

func TestHeads(t *testing.T) {
	for _, l := range heads {
		t.Run(l.name, func(t *testing.T) {
			r, err := Import("release.txt", []byte(l.source), Options{Today: today, Email: "press@office.example"})
			if err != nil {
				t.Fatal(err)
			}
			l.check(t, string(r.Markdown))
			for _, w := range word.FindAllString(l.source, -1) {
				if !strings.Contains(strings.ToLower(string(r.Markdown)), strings.ToLower(w)) && !unsaid[strings.ToLower(w)] {
					t.Errorf("%q is lost:\n%s", w, r.Markdown)
				}
			}
		})
	}
}
