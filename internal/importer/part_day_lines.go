package importer

import (
	"cmp"
	"slices"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// Days on lines that have more than a day.

// dayAndAuthor is the day of a line on which a page says when it was set up, and behind a stroke by whom.
func (d *draft) dayAndAuthor(text string) string {
	pieces := betweenStrokes.Split(text, prose.AllFound)
	if len(pieces) != 2 {
		return ""
	}
	if postedBy.MatchString(pieces[0]) {
		slices.Reverse(pieces)
	}
	day := pieces[0][len(dayLabel.FindString(pieces[0])):]
	if !postedBy.MatchString(pieces[1]) || !isDateLine(day, d.Lang) || !d.DayIn(day) {
		return ""
	}
	return day
}

// postedBy says who set a page up.
var postedBy = pattern.New(`^(?i:admin|administrator|editor|staff|webmaster|redaktion)$|^(?i:by|von|par|por|da|door|` +
	`autor(?:in|en|es|i|e)?|authors?|` +
	`auteurs?|redaktion|posted by|written by) ?:?\s\p{Lu}[\p{L} .,’'-]{2,80}$`)

// kindThenDay is the kind of text with its day, before a place: "Press Release May 4, 2026 Marlow, Mass."
var kindThenDay = pattern.New(`^\W*(?i:(?:press|news|media) (?:release|statement|advisory)|(?:nota|comunicado) ` +
	`(?:de prensa|(?:de|à) imprensa)|` +
	`communiqué(?: de presse)?|(?:presse|medien)(?:mitteilung|information|meldung)|comunicato stampa|` +
	`persbericht)\W+` + prose.WrittenDay + `(?:\s|$)`)

// opensWithDay is a day with which a text begins, before a word of its own: "4-May-2026 Harbor groups ask".
var opensWithDay = pattern.New(`^(` + prose.WrittenDay + `|\d{1,2}-\p{L}{3}-\d{4})\.? \p{Lu}`)

// provinceAndDay is a line of a place with its province and a day: "Val di Rovo (RV), 4 maggio 2026".
var provinceAndDay = pattern.New(`^\p{Lu}[\p{L}.’' -]{1,40} \(\p{Lu}{2}\), ` + prose.WrittenDay + `$`)

// dayOfPage is what stands last before the time that a page takes to read.
func dayOfPage(text string) string {
	m := readingTime.FindStringIndex(text)
	if m == nil {
		return ""
	}
	text = strings.TrimRight(text[:m[0]], " ")
	return text[strings.LastIndexAny(text, "·|•")+1:]
}

// bylineWithDay is who wrote what a site posts, or that it was posted, with the day between: "by Ana Ruiz on 24 Aug 2025 in News",
// "Publié le 15 mai 2026 par Rives Vives".
var bylineWithDay = pattern.New(`^(?i:by|von|par|por|da|door|(?:posted|written|published) by) \p{Lu}[^\d|]{2,60}? ` +
	`(?i:on|am|le|el|il|em|op) (.{6,25}?)(?: (?i:in|under) .{2,120}| ?\|.{2,80})?$|` +
	`^(?i:publié|publiée|publicado|publicada|pubblicato|veröffentlicht|geplaatst)(?: (?i:le|el|il|em|am|op))? (.{6,25}?),? ` +
	`(?i:par|por|da|von|door|dans|en|em|in) .{2,60}$`)

// dayOfByline is the day on such a line, "" where it is none.
func dayOfByline(text string) string {
	m := bylineWithDay.FindStringSubmatch(text)
	if m == nil {
		return ""
	}
	return cmp.Or(m[1], m[2])
}

// ofDesk begins the name of a desk for the press, with whose it is behind; longestDesk is how many words that has.
var ofDesk = pattern.New(`^(?:Ufficio (?:Stampa|stampa|Comunicazione|comunicazione)|Gabinete de|` +
	`Servi[cç][eo] (?:de )?(?:[Pp]resse|[Cc]omm)|` +
	`Departamento de Comunic|Dirección de Comunic|Assessoria de|Pressestelle|` +
	`Press (?:Office|Team)|Communications Office|Afdeling Communicatie)\b`)

const longestDesk = 8

// dayBesideDesk is the day on a line of the day and a desk: "15 Maggio 2026 • Ufficio Stampa Fondazione Mare".
func (d *draft) dayBesideDesk(text string) string {
	pieces := betweenStrokes.Split(text, prose.AllFound)
	if len(pieces) != 2 {
		return ""
	}
	day, desk := pieces[0], pieces[1]
	if ofDesk.MatchString(day) {
		day, desk = desk, day
	}
	if !ofDesk.MatchString(desk) || len(strings.Fields(desk)) > longestDesk || prose.HasReach(pieces) {
		return ""
	}
	return day
}

// strayFigures begins a line with figures that are no day's: the stamp of a wire.
var strayFigures = pattern.New(`^\d{5,}\s`)

// stamp is the day that a wire sets behind a text, with its number and hour: "OTS0006 2023-01-21/08:00".
var stamp = pattern.New(`^(?:\p{L}{2,6}\d*\s+)?(\d{4}-\d{2}-\d{2})[/T ]\d{2}:\d{2}(?::\d{2})?$`)

// stampedDay is the day of such a stamp in the last lines of a text, where there is one.
func (d *draft) stampedDay() {
	found := ""
	for _, list := range [][]prose.Para{d.Body, d.notes} {
		for _, p := range list[max(0, len(list)-stampWithin):] {
			m := stamp.FindStringSubmatch(p.Text)
			switch {
			case m == nil:
			case found != "" && found != m[1]:
				return
			default:
				found = m[1]
			}
		}
	}
	if found != "" {
		d.noteDay(found)
	}
}

// stampWithin is in how many of the last lines a stamp stands.
const stampWithin = 5

// ofAnEvent ends what stands before a day on which something else was: "It opened on".
// or begins at another: "Rope days, 2 to".
var ofAnEvent = pattern.New(`\S (?:on|since|until|by|from|before|after|seit|bis|desde|hasta|depuis|dal|fino al|sinds|tot) $|` +
	`\b\d{1,2}\.? (?:to|and|through|bis|und|au|et|al|y|ao|e|en|t/m|[–-]) $`)

// wireBefore is the wire that sent a text out, before its day and place: "(ExampleWire) - July 29, 2026 - MARLOW — ".
var wireBefore = pattern.New(`^(\(\p{Lu}[\p{L} ]{1,30}(?i:wire)\))\s*(?:[–—]|--?)\s*`)

// behindWire is a paragraph without it, where a dateline stands behind.
func (d *draft) behindWire(p prose.Para) prose.Para {
	m := wireBefore.FindStringSubmatch(p.Text)
	if m == nil {
		return p
	}
	bare := p.Part(len(m[0]), len(p.Text))
	_, behind := d.dayBefore(bare)
	_, here := prose.DatelineEnd(bare.Text)
	if _, ok := prose.DatelineEnd(behind.Text); !ok && !here {
		return p
	}
	d.Letterhead = append(d.Letterhead, m[1])
	return bare
}
