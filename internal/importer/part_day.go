package importer

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"pressroom/internal/importer/prose"
	"pressroom/internal/importer/when"
	"pressroom/internal/pattern"
)

// noteDay keeps the first day that a release line or dateline names. One that can be
// read in two ways is none: another line may say which.
func (d *draft) noteDay(text string) {
	r := d.Read(text)
	switch {
	case !r.Dated() && r.NoDay != "":
		d.noDay = r.NoDay
		return
	case !r.Dated():
		return
	case !d.day.IsZero():
		d.tellOther(text, r)
		return
	}
	if len(r.Days) == 0 {
		d.twice, d.both = r.Twice, r.Both
		return
	}
	day := r.Days[0]
	if day.Year == 0 {
		day.Year = d.yearOf(day)
	}
	if r.Twice != "" {
		d.Unsure = append(d.Unsure, fmt.Sprintf("%q names a day that can be read in two ways; it is taken to be %s", text,
			day.Time().Format("2 January 2006")))
	}
	if why := when.OtherWeekday(text, d.Lang); why != "" && r.Twice == "" {
		d.Unsure = append(d.Unsure, fmt.Sprintf("%q names a weekday that is not the one of its day: %s; look which is right", text, why))
	}
	if day.Year < d.Today.Year()-40 || day.Year > d.Today.Year()+2 {
		d.Unsure = append(d.Unsure, fmt.Sprintf("%q names the year %d, which can hardly be right", text, day.Year))
	}
	d.day = day.Time()
}

// yearOf is the year of a day that names none: that of the days around it which the source names early, or of the
// same day at its foot, where they all have one, and else this year. What a source that names other years alone means is told.
func (d *draft) yearOf(day when.Day) int {
	now := d.Today.Year()
	day.Year = now
	others := make(map[int]bool)
	early := daysFromTo.ReplaceAllString(d.Source[:min(len(d.Source), yearsWithin)], "$1")
	for _, other := range when.Read(early, when.Options{Language: d.Lang, Today: time.Unix(0, 0)}).Days {
		if other.Year == 0 {
			continue
		} else if other.Year >= now {
			return now
		}
		there := day
		there.Year = other.Year
		if apart := other.Time().Sub(there.Time()); apart.Abs() < aroundDay {
			others[other.Year] = true
		}
	}
	foot := d.Source[max(len(d.Source)-yearsWithin, min(len(d.Source), yearsWithin)):]
	for _, other := range when.Read(foot, when.Options{Language: d.Lang, Today: time.Unix(0, 0)}).Days {
		if other.Month == day.Month && other.Day == day.Day && other.Year != 0 && other.Year <= now { // the day itself
			others[other.Year] = true
		}
	}
	if len(others) != 1 {
		return now
	}
	for year := range others {
		now = year
	}
	d.Unsure = append(d.Unsure, fmt.Sprintf("the day of release has no year; it is taken to be %d, which days around it have: look whether "+
		"that is right", now))
	return now
}

// daysFromTo are two days of one month, from one to the other.
var daysFromTo = pattern.New(`\b(\d{1,2}) ?[-–] ?\d{1,2}\b`)

const (
	yearsWithin = 1200                // bytes of a source, from either end, in which such days stand
	aroundDay   = 60 * 24 * time.Hour // how far from it they are
)

// tellOther tells of a day that is another than the one of release that was taken.
func (d *draft) tellOther(text string, r when.Reading) {
	known := d.pageDay && d.Dateline.Text != "" // a dateline knows it better than a page
	if len(r.Days) != 1 || r.Twice != "" || d.otherDay && !known {
		return
	}
	day := r.Days[0]
	if day.Month == int(d.day.Month()) && day.Day == d.day.Day() && (day.Year == 0 || day.Year == d.day.Year()) {
		return
	}
	form := "2 January 2006"
	if day.Year == 0 {
		form = "2 January"
	}
	d.otherDay = true
	first, taken := d.day, "first"
	if known && day.Year != 0 {
		d.day, d.pageDay, taken = day.Time(), false, "second"
	}
	d.Unsure = append(d.Unsure, fmt.Sprintf("the source names two days of release, %s and, in “%s”, %s; the file has the %s: write the "+
		"one that is meant", first.Format("2 January 2006"), text, day.Time().Format(form), taken))
}

// isDateLine tells a line that is a day and little else.
func isDateLine(text, lang string) bool {
	if len(text) > 60 || len(strings.Fields(text)) > 8 || strings.ContainsAny(text, "–—") {
		return false
	}
	r := when.Read(text, when.Options{Language: lang, Today: time.Unix(0, 0)})
	return (r.Dated() || r.NoDay != "") && !r.Embargo && r.Strange <= 2 && !fromTo(r.Days)
}

// fromTo tells two days: what lasts from one to the other is no day of release.
func fromTo(days []when.Day) bool {
	return slices.ContainsFunc(days, func(d when.Day) bool { return d.Month != days[0].Month || d.Day != days[0].Day })
}

// noHeadline tells a line that is an address, says who wrote the text, or is days alone.
func (d *draft) noHeadline(text string) bool {
	return noHeadline(text) || d.daysAlone(text) || d.hourAlone(text)
}

// daysAlone tells a line that is days and nothing else, such as those of an event: "20 – 22 November 2026".
func (d *draft) daysAlone(text string) bool {
	r := d.Read(text)
	return len(r.Days) > 0 && r.Strange < 2 && !lettersBeside.MatchString(text)
}

// lettersBeside are two words that stand beside each other, of which no day has both.
var lettersBeside = pattern.New(`\p{L}{3,},? \p{L}{4,} \p{L}{4,}`)

var (
	// dayLabel stands before the day of release on a line of its own.
	dayLabel = pattern.New(`(?i)^\W*(?:(?:release |publication )?date|datum|fecha|data|published|posted|issued|` +
		`veröffentlicht|publié|publicado|` +
		`pubblicato)(?: on| am| le| el| em| il)?\s*:?\s+`)
	// postedOn begins a line of the day on which a page was set up.
	postedOn = pattern.New(`(?i)^\W*(?:published|posted|veröffentlicht|publi(?:é|cado)|pubblicato)[\s:]`)
	// dayDash is what may be a day, up to a dash.
	dayDash = pattern.New(`^\(?[^–—()]{4,40}?\)?\s*(?:[–—]|--|\s?-\s|\s-|:\s)\s*`)
	// readingTime is how long it takes to read a page, behind its day: "4 May 2026 · 3 min read".
	readingTime = pattern.New(`[ |·•–—-]+\d{1,2} ?min\p{L}*\.? (?:d[ei] )?(?:read|lecture|lectura|leitura|lettura|leestijd|Lesezeit)$`)
	// issued is a line that says who gave a text out, and when.
	issued = pattern.New(`(?i)^\W*(?:issued|published|released|posted|herausgegeben|publié|publicado|pubblicato) (?:by|von|par|por|` +
		`da)\b.{2,80}$|^\W*(?:issued|published|released|posted) on .{6,40}? by .{2,60}$`)
	// dayThenPosted is what a site sets above what it posts: "4 May 2026 Posted in News".
	dayThenPosted = pattern.New(`^(.{6,25}?),?\s+(?i:posted|published|filed) (?i:in|by|under|on)\b.{2,60}$`)
	// numberAndDay is the number of a release before its day and place.
	numberAndDay = pattern.New(`(?i)^\W*(?:n(?:r|o|°|º)\.? ?)\d{1,5}(?:/\d{2,4})?\s*[–—|,-]\s*`)
	// kindAndDay is the kind of text with its number, before the day.
	kindAndDay = pattern.New(`(?i)^\W*(?:(?:press|news|media) release|(?:nota|comunicado) (?:de prensa|(?:de|à) imprensa)|` +
		`communiqué(?: de presse)?|(?:presse|medien)(?:mitteilung|information|meldung)|comunicato stampa|persbericht)` +
		`(?:\W{1,3}(?:n(?:o|r|um(?:ber|éro|ero)?)?\W{1,3})?\d{1,6}(?:/\d{2,4})?)?` +
		`(?: (?:der|des|de la|de l’|du|della|dell’|del|da|do|van de|van het) \p{L}[\p{L} .-]{2,60}?)?` +
		`(?:\s*[–—|:,-]\s*|\s+(?:vom|du|del|of|van|de|dated)\s+)`)
)

// dayLine takes a line that is about the day of release: the day with a label, who
// issued the text and when, or the day and a contact. i is moved on behind it.
func (d *draft) dayLine(list []prose.Para, i *int) bool {
	p := list[0]
	if p.Level > 0 || utf8.RuneCountInString(p.Text) > 120 {
		return false
	}
	if issued.MatchString(p.Text) && d.DayIn(p.Text) {
		d.noteDay(p.Text)
		d.Letterhead = append(d.Letterhead, p.Text)
		*i++
		return true
	}
	if day := d.dayAndAuthor(p.Text); day != "" {
		d.noteDay(day)
		d.pageDay = true
		d.Letterhead = append(d.Letterhead, p.Text)
		*i++
		return true
	}
	if m := dayLabel.FindStringIndex(p.Text); m != nil && isDateLine(p.Text[m[1]:], d.Lang) {
		d.noteDay(p.Text[m[1]:])
		d.dropped = append(d.dropped, p.Text[:m[1]])
		d.pageDay = p.Place == inFront || postedOn.MatchString(p.Text)
		*i++
		return true
	}
	if m := numberAndDay.FindStringIndex(p.Text); m != nil && isDateLine(p.Text[m[1]:], d.Lang) {
		d.noteDay(p.Text[m[1]:])
		d.dropped = append(d.dropped, p.Text[:m[1]])
		*i++
		return true
	}
	if m := kindAndDay.FindStringIndex(p.Text); m != nil && isDateLine(p.Text[m[1]:], d.Lang) {
		d.noteDay(p.Text[m[1]:])
		d.dropped = append(d.dropped, p.Text[:m[1]])
		*i++
		return true
	}
	if d.labelsAndDay(p.Text) {
		*i++
		return true
	}
	if day := d.dayAndIssuer(list); day != "" {
		d.noteDay(day)
		d.Letterhead = append(d.Letterhead, p.Text)
		*i++
		return true
	}
	if m := dayThenPosted.FindStringSubmatch(p.Text); m != nil && isDateLine(m[1], d.Lang) {
		d.noteDay(m[1])
		d.pageDay = true
		d.Letterhead = append(d.Letterhead, p.Text)
		*i++
		return true
	}
	if day := cmp.Or(dayOfByline(p.Text), d.dayBesideDesk(p.Text)); day != "" && isDateLine(day, d.Lang) && d.DayIn(day) {
		d.noteDay(day)
		d.pageDay = true
		d.Letterhead = append(d.Letterhead, p.Text)
		*i++
		return true
	}
	if day := dayOfPage(p.Text); day != "" && isDateLine(day, d.Lang) {
		d.noteDay(day)
		d.Letterhead = append(d.Letterhead, p.Text)
		*i++
		return true
	}
	if m := contactInLine.FindStringIndex(p.Text); m != nil && isDateLine(strings.TrimRight(p.Text[:m[0]], " –—|·•-"), d.Lang) {
		d.noteDay(p.Text[:m[0]])
		*i += d.contactBlock(append([]prose.Para{p.Part(m[0], len(p.Text))}, list[1:]...))
		return true
	}
	return false
}

// labelsAndDay takes a line of labels, perhaps with a day, with strokes between: "Press release – 12 March 2026 –
// for immediate use".
func (d *draft) labelsAndDay(text string) bool {
	pieces, day := betweenStrokes.Split(text, prose.AllFound), ""
	for _, piece := range pieces {
		switch {
		case day == "" && isDateLine(piece, d.Lang):
			day = piece
		case !prose.LabelLine.MatchString(piece) && (!prose.ImmediateLine.MatchString(piece) || len(strings.Fields(piece)) > 4):
			return false
		}
	}
	if len(pieces) < 2 {
		return false
	}
	d.noteDay(day)
	d.releaseLines = append(d.releaseLines, text)
	return true
}

// toCome tells a text with a day that is to come: in a headline it is the one of something else. One that names no year
// is none: it is in the year 0.
func (d *draft) toCome(text string) bool {
	days := d.Read(text).Days
	return len(days) > 0 && days[0].Time().After(d.Today)
}

// dayAndIssuer is the day on a line of the day and an organisation, above the headline: "22 May 2026 – Harbour Aid".
func (d *draft) dayAndIssuer(list []prose.Para) string {
	pieces := betweenStrokes.Split(list[0].Text, prose.AllFound)
	if len(pieces) < 2 || prose.HasReach(pieces) || !headlineFollows(list[1:], d.Lang) {
		return ""
	}
	day, labelled := "", slices.ContainsFunc(pieces, prose.LabelLine.MatchString)
	for _, piece := range pieces {
		n := len(strings.Fields(piece))
		bare := piece[len(dayLabel.FindString(piece)):]
		switch {
		case day == "" && isDateLine(bare, d.Lang) && d.DayIn(bare):
			day = bare
		case prose.LabelLine.MatchString(piece):
		case !prose.StartsUpper(piece) || d.DayIn(piece) || n > 4 && !(labelled && n < crumbWords) || n == 4 &&
			!prose.IsOrganisation(piece) && !labelled:
			return ""
		}
	}
	return day
}

// betweenStrokes stands between the parts of such a line.
var betweenStrokes = pattern.New(`\s+[–—|•·-]+\s+`)

// findDay says what the day of release is, where nothing has named it.
func (d *draft) findDay() {
	if d.timed {
		return
	}
	if d.day.IsZero() {
		d.dayInCopy()
	}
	if d.day.IsZero() {
		d.dayAtHead()
	}
	if d.day.IsZero() {
		d.stampedDay()
	}
	if d.day.IsZero() {
		d.dayInOrder()
	}
	open := d.twice != "" || d.noDay != ""
	if d.day.IsZero() && !open {
		d.statedDay()
	}
	if d.day.IsZero() && !open && !d.sent.IsZero() {
		d.day = when.Day{Year: d.sent.Year(), Month: int(d.sent.Month()), Day: d.sent.Day()}.Time()
		d.Unsure = append(d.Unsure, "the source names no day of release; this is the one on which the mail was sent")
	}
	has := d.day.Format("2 January 2006")
	if d.day.IsZero() {
		d.day, has = d.Today, "today's"
		if d.of != nil { // which has it
			return
		}
		if !open {
			d.Unsure = append(d.Unsure, "the source names no day of release; this is today")
			return
		}
	}
	switch {
	case d.noDay != "":
		d.Unsure = append(d.Unsure, fmt.Sprintf("“%s” is no day of the calendar; the file has %s: write the one that is meant", d.noDay, has))
	case d.twice != "" && has == "today's":
		d.Unsure = append(d.Unsure, fmt.Sprintf("%q can be read as two days of release; the file has today's: write the one that is meant",
			d.twice))
	}
}

// dayAtHead looks for a day at the end of a line above the copy: a letterhead may run on
// into it, unless it is the day of something else. The line stays what it is.
func (d *draft) dayAtHead() {
	for _, line := range d.Letterhead {
		if m := kindThenDay.FindStringSubmatch(line); m != nil && isDateLine(m[1], d.Lang) {
			d.noteDay(m[1])
			return
		}
	}
	for i, line := range append(slices.Clone(d.Letterhead), d.Headline.Text, d.Subhead.Text) {
		words := strings.Fields(line)
		if len(d.Read(line).Days) > 1 { // from one day to another: an exhibition
			continue
		}
		for n := 3; n <= 5 && n < len(words) && d.day.IsZero(); n++ {
			if ofAnEvent.MatchString(strings.Join(words[:len(words)-n], " ") + " ") {
				break
			}
			tail := strings.Join(words[len(words)-n:], " ")
			if shortDay.MatchString(tail) && isDateLine(tail, d.Lang) && !(i >= len(d.Letterhead) && d.toCome(tail)) {
				d.noteDay(tail)
			}
		}
	}
}

// dayAndPlace opens a text with its day, and with the place in brackets or none.
var dayAndPlace = pattern.New(`^([^–—(“"«]{6,40}?)\s*(?:\([^)]{2,40}\)\s*)?[–—]\s`)

// copyDay is a day near the beginning of the copy, up to a dash or stop.
var copyDay = pattern.New(`^[^“”"«».!?]{0,30}(?:\p{L}\.)?[^“”"«».!?]{0,30}?\b` + prose.WrittenDay +
	`(?:\)?\s*(?:\([^()]{2,40}\)\s*)?(?:[–—:]|-|\.\s)|\]\s)`)

var (
	// placeAndDay opens a paragraph that is not the first: nothing but names stand before
	// the day, "PALO ALTO, California, 15th Dec, 2015. ".
	placeAndDay = pattern.New(`^(?:\p{Lu}[\p{L}.’'-]*[ ,]+){1,5}\(?` + prose.WrittenDay + `\)?\s*(?:[–—:]|-|\.)\s`)
	// placeAndFigures is the same with the day in figures: "Marlau, den 04.05.2026. ".
	placeAndFigures = pattern.New(`^(?:\p{Lu}[\p{L}.’'-]*[ ,]+){1,4}(?:(?:den|am|le|el|il|lì|em|op) )?\(?(\d{1,2}\.\d{1,2}\.\d{4})\)?` +
		`\s*(?:[–—:.]|-)\s`)
	// endsWithDay is a day that is a sentence of its own at the end of a paragraph.
	endsWithDay = pattern.New(`(?:[.!?]["”»)]*|["”»)]\.) ` + prose.WrittenDay + `\.?$`)
)

// placeThenDay is a place with its state and a day between dashes, within a line that has the headline before them too:
// "A pier for all Marlow, Mass. —March 6, 2026 —".
var placeThenDay = pattern.New(`\p{Lu}[\p{L}.]+, \p{Lu}[\p{L}.]+\s*[–—-]+\s*` + prose.WrittenDay + `\s*[–—-]`)

// dayThenPlace opens a text with its day and then the place: "12 May 2026, Marlow: ".
var dayThenPlace = pattern.New(`^` + prose.WrittenDay + `, \p{Lu}[\p{L}.’' -]{1,30}\s?[:–—]\s`)

// placeBefore is a place, and the day behind it, that are a line of their own: "Arvelle, le 2
// juin 2026".
var placeBefore = pattern.New(`^\p{Lu}[\p{L}.’' -]{1,40}?(?: \(\p{Lu}{2}\))?(?:, \p{Lu}[\p{L}. ]{1,20}?)?` +
	`,?\s+(?:(?:le|el|den|am|il|lì|op|em|a|,)\s+)?` +
	prose.WrittenDay + `\.?$`)

// placeOfDay keeps the place on a line of the day as the dateline.
func (d *draft) placeOfDay(p prose.Para) {
	if d.Dateline.Text == "" && placeBefore.MatchString(p.Text) && d.Read(p.Text).Strange > 0 && !prose.Labelled.MatchString(p.Text) &&
		!changed.MatchString(p.Text) {
		d.Dateline = p
	}
}

// changed begins a line that says when a text was written or altered.
var changed = pattern.New(`(?i)^(?:updated|posted|revised|modified|created|written|version|stand|as of|aktualisiert|erstellt|mis à jour|` +
	`actualizado|aggiornato|atualizado|bijgewerkt|geplaatst)\b`)

// altered begins a line that says when a page was written on last.
var altered = pattern.New(`(?i)^\W*(?:last |zuletzt |dernière |última |ultimo |ultima |laatst )?(?:` +
	`updated|revised|modified|reviewed|aktualisiert|geändert|` +
	`mise? à jour|modification|actualizad[oa]|actualización|aggiornat[oa]|aggiornamento|atualizad[oa]|bijgewerkt|gewijzigd)\b`)

// highlights are how many paragraphs in bold stand before the copy.
func (d *draft) highlights() int {
	for i, p := range d.Body[:len(d.Body)-1] {
		if i > 2 || len(p.Marks) != 1 || !p.Marks[0].Strong || p.Marks[0].To-p.Marks[0].From < len(p.Text) {
			return i
		}
	}
	return 0
}

// todayInCopy is the day that a text calls today: "figures that are out today (4 May 2026)".
var todayInCopy = pattern.New(`(?i)\b(?:today|heute|aujourd[’']hui|hoy|oggi|vandaag|hoje) \(([^()]{6,40})\)`)

// dayInCopy looks for a day that the copy itself bears: before its first words, or alone
// on a line at its end. The words stay where they are.
func (d *draft) dayInCopy() {
	if len(d.Body) == 0 {
		return
	}
	first := d.Body[d.highlights()].Text
	if m := dayAndPlace.FindStringSubmatch(first); m != nil && isDateLine(m[1], d.Lang) {
		d.noteDay(m[1])
		return
	}
	if m := dayThenPlace.FindStringSubmatch(first); m != nil && isDateLine(m[1], d.Lang) {
		d.noteDay(m[1])
		return
	}
	if m := opensWithDay.FindStringSubmatch(first); m != nil && isDateLine(m[1], d.Lang) {
		d.noteDay(m[1])
		d.Unsure = append(d.Unsure, fmt.Sprintf("the day of release is the one with which the text begins (%s): look whether that is right",
			m[1]))
		return
	}
	if m := copyDay.FindStringSubmatchIndex(first); m != nil && !ofAnEvent.MatchString(first[:m[2]]) &&
		!d.DayIn(first[:m[2]]) && isDateLine(first[m[2]:m[3]], d.Lang) {
		d.noteDay(first[m[2]:m[3]])
		return
	}
	for i, p := range d.Body[:min(len(d.Body), 8)] {
		m := placeAndDay.FindStringSubmatch(p.Text)
		if m == nil && i < 3 {
			m = todayInCopy.FindStringSubmatch(p.Text)
		}
		if m == nil && i < 3 {
			m = placeThenDay.FindStringSubmatch(p.Text[:min(len(p.Text), flatLine)])
		}
		if m == nil && i < 3 {
			m = placeAndFigures.FindStringSubmatch(p.Text)
		}
		if m == nil && i < 3 {
			m = endsWithDay.FindStringSubmatch(p.Text)
		}
		if m != nil && isDateLine(m[1], d.Lang) {
			d.noteDay(m[1])
			return
		}
	}
	if last := d.Body[len(d.Body)-1]; len(d.Body) > 1 && isDateLine(last.Text, d.Lang) && !altered.MatchString(last.Text) &&
		!strayFigures.MatchString(last.Text) {
		d.noteDay(last.Text)
	}
}
