package assist

import (
	"maps"
	"slices"
)

// forms are how the values of keys are written that are no text on one line.
var forms = map[string]string{
	"access": "list", "to": "list", "advance": "list", "topics": "list", "signatories": "list", "zones": "list",
	"text": "text", "boilerplate": "text", "notes": "text",
	"date": "day", "on": "day", "embargo": "moment", "release_at": "moment", "advance_at": "moment",
	"lift_note": "true", "public": "true", "local": "true",
}

// words are the values of keys that take one of a few.
var words = map[string][][2]string{
	"quote.style": {
		{"said", "“First sentence,” said the speaker. “And the rest.”"},
		{"dash", "with a dash, as Spanish and French have it"},
		{"lead-in", "The speaker said: “…”"},
		{"block", "a block of its own, the name below"},
	},
	"quotes.unsigned": {
		{"refuse", "nothing is sent with a quote that nobody signed off"},
		{"leave-out", "the release goes without it"},
		{"warn", "it goes with it"},
	},
	"quotes.withdrawn": {{"leave-out", "the release leaves without it"}, {"hold", "it waits for you"}},
	"quotes.order":     {{"placed", "as they stand in the file"}, {"alphabetical", "by printed name"}, {"lot", "as drawn"}},
	"cover.phase":      {{"release", "above the release"}, {"advance", "above the copies under embargo"}},
}

// about is what keys are for, by table and key.
var about = map[string]string{
	".access":  "who may read it in the press office before it is public, beside leads and approvers",
	".advance": "who gets a copy under embargo as soon as it is sent", ".advance_at": "when the copies under embargo leave",
	".boilerplate": "who you are, below the text; the settings' where there is none", ".contact": "a press contact",
	".cover": "a note above the mail, to some", ".date": "the day of release: it goes out when you send it",
	".dateline": "the city in front of the text", ".document": "a document that goes with the mail",
	".embargo": "nobody may publish before this instant; it goes out then", ".group": "of the releases of one group one goes",
	".headline": "what happened, in one line", ".language": "what the release is written in",
	".lift_note": "tells who has a copy under embargo when that ends", ".media": "a picture or video",
	".notes": "notes to editors, below the text", ".notice": "what those are told who have not agreed to the embargo",
	".organization": "the issuer, where that is one of the coalition", ".quote": "a quote, with whose words it is",
	".quotes": "what holds for all quotes", ".release_at": "it goes out at this instant, with no embargo",
	".signatories": "organisations that sign", ".signatory": "an organisation that signed after it went out",
	".subhead": "what it means, in a second line", ".subject": "of the mail, where the headline is too long for it",
	".timezone": "in which times are read and printed", ".to": "press lists and segments", ".topics": "what it is about",
	".zones":        "further zones in which the embargo line says its instant",
	"contact.email": "their address", "contact.hours": "when they answer", "contact.name": "their name",
	"contact.org": "whose contact they are", "contact.phone": "their telephone, with the country's code",
	"contact.public": "whether the public page has them too", "contact.role": "what they are",
	"quote.attribution": "who said it, in a sentence's words, where that is no name", "quote.id": "names the quote in {{quote \"…\"}}",
	"quote.org": "whose words they are, by name or id", "quote.signoff": "who signed it off; the program writes it",
	"quote.speaker": "who said it", "quote.style": "how it is printed",
	"quote.text": "the words; {said} stands where the attribution goes", "quote.title": "what the speaker is",
	"media.alt": "what it shows, for those who cannot see it", "media.caption": "what stands under it",
	"media.credit": "who took it", "media.file": "the file, from releases/ on", "media.rights": "what may be done with it",
	"media.url": "where a video can be seen", "document.file": "the file, from releases/ on", "document.title": "what it is called",
	"document.url": "where it can be had", "cover.id": "names the note in translations",
	"cover.phase": "above the release, or above copies under embargo", "cover.text": "the note", "cover.to": "who gets it",
	"signatory.on": "the day on which it signed", "signatory.org": "its name or id",
	"quotes.local": "a journalist's own region's quote comes first", "quotes.lot": "what was drawn",
	"quotes.order": "in which order they stand", "quotes.unsigned": "what becomes of one that nobody signed off",
	"quotes.withdrawn": "what becomes of the release if one is taken back after send",
	"notice.headline":  "instead of the headline, before they agree",
	"notice.text":      "what more they are told before they agree",
}

// About is what a key of a table is for, "" where there is no such key.
func About(table, key string) string { return about[table+"."+key] }

// Zones are names of time zones: those of the settings and the lists, then some.
func Zones(f Facts) []string {
	seen := make(map[string]bool)
	var out []string
	add := func(z string) {
		if z != "" && !seen[z] {
			seen[z] = true
			out = append(out, z)
		}
	}
	add(f.Settings.Organization.Timezone)
	for _, z := range readers(f) {
		add(z)
	}
	for _, z := range []string{
		"America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Mexico_City", "America/Sao_Paulo",
		"Europe/London", "Europe/Paris", "Europe/Berlin", "Europe/Madrid", "Africa/Lagos", "Africa/Nairobi", "Asia/Kolkata", "Asia/Tokyo",
		"Australia/Sydney", "UTC",
	} {
		add(z)
	}
	return out
}

// readers are the zones of the lists' journalists, those of most first.
func readers(f Facts) []string {
	if f.Book == nil {
		return nil
	}
	n := make(map[string]int)
	for _, j := range f.Book.Journalists {
		if j.Timezone != "" {
			n[j.Timezone]++
		}
	}
	out := slices.Sorted(maps.Keys(n))
	slices.SortStableFunc(out, func(a, b string) int { return n[b] - n[a] })
	return out
}

// Takes is how the value of a key of a release's file is written: "list" of strings, "text"
// of several lines, "day", "moment" for an instant, "flag", "word" for one of a few, which
// words are, and "line" for all others.
func Takes(table, key string) (form string, choices []string) {
	for _, w := range words[table+"."+key] {
		choices = append(choices, w[0])
	}
	if len(choices) > 0 {
		return "word", choices
	}
	switch forms[key] {
	case "list", "text", "day", "moment":
		return forms[key], nil
	case "true":
		return "flag", nil
	}
	return "line", nil
}
