package importer

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/importer/when"
	"pressroom/internal/language"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// draft is a release on its way.
type draft struct {
	cat   *language.Catalogue
	lang  string // as in de, by which the words are read
	tag   string // BCP 47, as in de-CH, that the release has
	today time.Time
	email string
	by    string // whose release it is, as whoever imports says, "" where they do not
	house string // who imports

	source            string     // the words of all its paragraphs
	releaseLines      []string   // as the source has them
	day               time.Time  // of release, zero if none was found
	twice             string     // the last day that can be read in two ways, as written
	both              []when.Day // those
	noDay             string     // the last one that no month has, as written
	otherDay, pageDay bool       // another day than the one taken has been told of; the one taken is that of a page
	timed             bool       // the source speaks of an embargo or an hour of release
	at                time.Time  // that instant; zero if it is not sure
	zone              string     // IANA name, "" if the source gives an offset alone
	sayings           []saying   // all that the source says of it
	sent              time.Time  // of a mail, zero for anything else
	stated            stated     // days that the source bears beside its words
	pageTitle         string     // of a page
	whose             []string   // the names of those whose page it is
	linked            string     // who has written it, where a line above it says so with a link
	immediate         bool       // the source says that it may be published at once
	open              bool       // it says that there is no embargo
	days              []when.Day
	letterhead        []string
	headline, subhead para
	dateline          para
	body              []para
	boilerplate       []para
	notes             []para
	contacts          []contact
	dropped           []string // labels that the release writes itself
	unsure            []string

	pieces   []piece // of the body, once the quotes are found
	quotes   []Quote
	known    []speaker // named so far
	of       *Result   // of a language's file, the release in its main language
	topics   []string
	pictures []Picture
	running  running // with what the paragraph before ended
	since    string  // what stands between the last quote and the words that are looked at
	asking   bool    // it is looked for whom a pronoun means, or a noun like it
	within   int     // how many phrases are read, one for the other
}

var (
	immediateLine = pattern.New(`(?i)^\W*(?:for (?:immediate )?release|` +
		`for immediate (?:use|publication|distribution)|immediate release|release date|para (?:su ` +
		`)?(?:publicación|difusión|divulgación) inmediata|para divulgação imediata|pour (?:diffusion|publication) immédiate|zur sofortigen ` +
		`(?:veröffentlichung|freigabe)|sofort (?:zu )?veröffentlichen|` +
		`per (?:la )?(?:diffusione|pubblicazione) immediata|voor (?:onmiddellijke|directe) (?:publicatie|` +
		`verspreiding))\b|` + furtherAtOnce)
	contactLine = pattern.New(`(?i)^\W*(?:(?:(?:press|media|news|public relations|` +
		`(?:press|media|public|investor|corporate)(?: (?:and|&) ` +
		`(?:press|media|public|investor))? relations|pr|investors?|` +
		`company|corporate|agency|communications?|` +
		`for (?:more|further|additional) information(?:,? or for [\p{L}][\p{L} ,]{2,50},?)?|` +
		`for (?:press|media) (?:inquiries|enquiries))[ ,:/&]*)+(?:please )?)?(?:contacts?|inquiries|enquiries|` +
		`(?:presse|medien)-?kontakte?|kontakte?|rückfragehinweise?|ansprechpartner(?:in(?:nen)?)?|` +
		`contactos?(?: de prensa| para prensa| para medios)?|` +
		`contacts? (?:de )?presse|contatti?(?: (?:per la )?stampa)?|contatos?(?: de imprensa| para ` +
		`a imprensa)?|contactos|perscontact|para más información|pour plus d[’']informations?|relations? presse|attn|` +
		`attention)\b[^.]{0,40}?(?::|$)|` + contactAndDash + `|` + whoAnswers + `|` + furtherContact)
	labelLine = pattern.New(`(?i)^\W*(?:press|news|media) (?:release|statement|advisory)\W*$|^\W*(?:nota|comunicado) de (?:prensa|` +
		`imprensa)\W*$|^\W*communiqué(?: de presse)?\W*$|^\W*(?:pressemitteilung|presseinformation|pressemeldung|medienmitteilung|comunicato ` +
		`stampa|persbericht|statement)\W*$|` +
		`^\W*(?:(?:press|news|media) release|(?:nota|comunicado) (?:de prensa|(?:de|à) imprensa)|communiqué(?: de presse)?|` +
		`(?:presse|medien)(?:mitteilung|information|meldung)|comunicato stampa|persbericht)\W{1,3}` +
		`(?:n(?:o|r|um(?:ber|éro|ero)?)?\W{1,3})?\d{1,6}(?:\W\d{1,6})*\W*$|` + furtherKind)
	aboutLine = pattern.New(`(?i)^\W*(?:about|acerca de|sobre|quiénes somos|à propos(?: de| d[’'])?|über|über uns|informazioni su|chi ` +
		`siamo|over|boilerplate)\s*\S`)
	notesLine = pattern.New(`(?i)^\W*(?:notes? (?:to|for) (?:the )?editors?|editors?[’'] notes?|notes? (?:à la rédaction|aux ` +
		`rédactions|aux rédacteurs)|notas? (?:para|a) (?:la redacción|los editores|editores|a redação)|notas? à redação|hinweise? (?:für die|` +
		`an die) redaktion(?:en)?|anmerkung(?:en)? (?:für|an) die redaktion|note (?:per|alle) (?:le )?redazion[ei]|noot voor (?:de ` +
		`)?redactie)\b`)
	emailPattern = pattern.New(`[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}`)
	phonePattern = pattern.New(`(?:\(?\+ ?|\(|\b00|\b)\d[\d\s().\-–/]{5,18}\d(?:\s?(?:` +
		`\((?:ext|x)\.?\s?\d{1,5}\)|(?:ext|x|Durchwahl)\.?\s?\d{1,5}))?`)
)

func isEndMark(s string) bool { return release.IsEndMark(s) }

// sort puts the paragraphs into the parts of a release.
func (d *draft) sort(list []para) {
	list = d.lines(list)
	head, rest := d.head(list)
	body, tail := cutTail(rest)
	d.takeHeadline(head, &body)
	d.takeParts(body, tail)
	d.findDay()
}

// takeParts takes what stands below the headline.
func (d *draft) takeParts(body, tail []para) {
	d.takeDateline(&body)
	d.takeBody(body)
	d.takeTail(tail)
	d.contactOfEast()
	d.contactInText()
	d.nameContacts()
	d.settleTime()
}

// lines are the paragraphs as they are read, without those that say when it may be published.
func (d *draft) lines(list []para) []para {
	noHeadings(list)
	list = d.unnumber(d.takeTimes(expandLines(unflat(d.goneOn(d.withoutAds(list))), d.lang)))
	for _, p := range list {
		d.source += p.text + "\n"
		d.linked = cmp.Or(d.linked, linkedName(p))
	}
	return list
}

// expandLines makes a paragraph of each line of one whose lines were kept apart,
// where such a line is a part's own.
func expandLines(list []para, lang string) []para {
	var out []para
	for i, p := range atBlankLines(list) {
		if !strings.Contains(p.text, "\n") {
			out = append(out, p)
			continue
		}
		lines := strings.Split(p.text, "\n")
		special := asksBelow(lines) || i < menuWords && len(lines) <= menuWords && isDateLine(lines[0], lang)
		for _, l := range lines {
			special = special || isPartLine(l)
		}
		if !special {
			out = append(out, p)
			continue
		}
		at := 0
		for _, l := range strings.SplitAfter(p.text, "\n") {
			q := p.part(at, at+len(l))
			q.tight = p.tight || at > 0
			at += len(l)
			if q.text != "" {
				q.level, q.bullet = p.level, p.bullet
				out = append(out, q)
			}
		}
	}
	return out
}

// atBlankLines divides paragraphs where two line breaks stand for an empty line between them.
func atBlankLines(list []para) []para {
	var out []para
	for _, p := range list {
		if p.bullet != "" || p.level > 0 || !strings.Contains(p.text, "\n\n") {
			out = append(out, p)
			continue
		}
		at := 0
		for _, block := range strings.SplitAfter(p.text, "\n\n") {
			q := p.part(at, at+len(block))
			if q.tight = p.tight && at == 0; q.text != "" {
				out = append(out, q)
			}
			at += len(block)
		}
	}
	return out
}

func isPartLine(s string) bool {
	return immediateLine.MatchString(s) || isTimeLine(s) || contactLine.MatchString(s) || isEndMark(s) || labelLine.MatchString(s)
}

// head takes what stands before the copy: release line, contacts, letterhead.
func (d *draft) head(list []para) (kept, rest []para) {
	i := 0
	for i < len(list) {
		p := list[i]
		switch {
		case advisoryField.MatchString(p.text) && p.table == "" && p.level == 0, eventFields(list[i:]):
			return kept, list[i:]
		case immediateLine.MatchString(p.text) && utf8.RuneCountInString(p.text) < 160:
			headline, n := d.release(list[i:])
			if nameOfSite(kept, list[i+n:]) {
				d.above(kept)
				kept = nil
			}
			if headline.text != "" {
				kept = append(kept, headline)
			}
			i += n
		case d.tookHeadlineAmid(list[i:], &kept):
			i++
		case d.dayLine(list[i:], &i):
		case labelLine.MatchString(p.text):
			d.dropped = append(d.dropped, p.text)
			i++
			if headlineFollows(list[i:], d.lang) {
				d.above(kept)
				kept = nil
			}
		case wireTop(list[i:]) > 0:
			n := wireTop(list[i:])
			d.noteDay(p.text)
			d.above(list[i : i+n])
			i += n
		case jointTop(list[i:]) > 0:
			n := jointTop(list[i:])
			d.above(list[i : i+n])
			i += n
		case kindBehindName.MatchString(p.text):
			d.letterhead = append(d.letterhead, kindBehindName.FindStringSubmatch(p.text)[1])
			i++
		case dayThenKind(p, d.lang).text != "":
			d.placeOfDay(dayThenKind(p, d.lang))
			d.noteDay(p.text)
			i++
		case pageTools.MatchString(p.text), menuBar(p), menuEntry(list[i:]),
			navigation(list[i:]), linksAlone(p), issuedBy(kept, p), d.kindOf(list[i:]):
			d.above(list[i : i+1])
			i++
		case memoLines(list[i:]) > 1:
			n := memoLines(list[i:])
			kept = append(kept, d.memo(list[i:i+n])...)
			i += n
		case contactLine.MatchString(p.text) && utf8.RuneCountInString(p.text) < 300:
			i += d.contactBlock(list[i:])
		case d.reaches(list[i:]), tableAsks(p.table), len(kept) == 0 && d.signedAbove(list[i:]):
			i += d.contactBlock(list[i:])
		case isDateLine(p.text, d.lang) && altered.MatchString(p.text): // the page, and not the release
			d.letterhead = append(d.letterhead, p.text)
			i++
		case isDateLine(p.text, d.lang), provinceAndDay.MatchString(p.text):
			d.placeOfDay(p)
			d.noteDay(p.text)
			i++
		case isBodyStart(p) || len(kept) >= 5:
			return kept, list[i:]
		default:
			kept = append(kept, p)
			i++
		}
	}
	return kept, nil
}

// isBodyStart tells running text: a dateline, or sentences.
func isBodyStart(p para) bool {
	if p.level > 0 || p.table != "" {
		return false
	}
	if advisoryField.MatchString(p.text) || spokenFirst.MatchString(p.text) {
		return true
	}
	if _, ok := datelineEnd(p.text); ok {
		return true
	}
	text := strings.TrimSpace(p.text)
	n := len(strings.Fields(text))
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, "”“»\"’)"))
	if strings.HasSuffix(text, "。") { // no spaces part the words
		return utf8.RuneCountInString(text) > 20
	}
	return n > 45 || n > 14 && (last == '.' || last == '!' || last == '?' || last == ':') || p.bullet != "" && n > 25
}

// spokenFirst is a sentence of words in quotation marks and who says them.
var spokenFirst = pattern.New(`^[“„«"][^“”„«»"]{10,}(?:[,.!?][”“»"]|[”“»"],) \p{L}.*\.$`)

// cutTail divides the copy from what stands behind its end mark.
func cutTail(list []para) (body, tail []para) {
	for i, p := range list {
		if isEndMark(p.text) {
			return list[:i], list[i+1:]
		}
	}
	return list, nil
}

// headlineMissing is told of a source without one; write says what stands there instead.
const headlineMissing = "no headline was found"

// takeHeadline finds headline and subhead among what stood before the copy; what
// is left is the letterhead.
func (d *draft) takeHeadline(head []para, body *[]para) {
	head = slices.DeleteFunc(head, func(p para) bool { return len(p.text) == 1 && !hasLetter(p.text) && !hasDigit(p.text) })
	best := headingAbove(head)
	if best < 0 {
		best = d.firstUnspaced(head)
	}
	if best < 0 {
		for i, p := range head {
			if d.nameAboveAll(head, i) || d.noHeadline(p.text) || i > 0 && i == len(head)-1 && len(*body) == 0 && strings.HasSuffix(p.text, ".") {
				continue
			}
			if n := len(strings.Fields(p.text)); n >= 4 || len(head) == 1 {
				best = i
				break
			}
		}
	}
	if best < 0 && len(head) > 1 && len(*body) == 0 && strings.HasSuffix(head[len(head)-1].text, ".") {
		best = len(head) - 2
	} else if best < 0 && len(head) > 0 {
		best = len(head) - 1
	}
	if best < 0 {
		if d.pageTitle == "" {
			d.unsure = append(d.unsure, headlineMissing)
			return
		}
		d.unsure = append(d.unsure, "no headline was found in the text; this is the title of its page")
		d.headline = para{text: d.pageTitle}
		return
	}
	best = belowKind(head, best)
	d.above(head[:best])
	d.headline = head[best]
	for at := len(titleLabel.FindString(d.headline.text)); at > 0; at = len(kindLabel.FindString(d.headline.text)) {
		d.dropped = append(d.dropped, d.headline.text[:at])
		d.headline = d.headline.part(at, len(d.headline.text))
	}
	d.dayBesideHeadline()
	rest := slices.DeleteFunc(slices.Clone(head[best+1:]), func(p para) bool {
		wire := wireLine.MatchString(p.text)
		if wire {
			d.letterhead = append(d.letterhead, p.text)
		}
		return wire || strings.EqualFold(p.text, d.headline.text) // a page that repeats what its title says
	})
	for len(rest) > 0 && d.headlineGoesOn(rest[0]) {
		d.headline.join(" ", rest[0])
		rest = rest[1:]
	}
	alone := len(rest) == 1 && len(*body) == 0 && strings.HasSuffix(rest[0].text, ".") // all that the release says
	if len(rest) > 0 && rest[0].bullet == "" && !alone && !leadsToWords(slices.Concat(rest, *body)) {
		d.subhead, rest = rest[0], rest[1:]
	}
	*body = append(slices.Clone(rest), *body...)
}

// headlineGoesOn tells whether the line under the headline is its second one: it
// follows at once, and begins in the middle of a sentence, or both are in capitals.
func (d *draft) headlineGoesOn(p para) bool {
	h := d.headline.text
	if !p.tight || p.level != d.headline.level || p.bullet != "" || h == "" || strings.ContainsAny(h[len(h)-1:], ".!?:") {
		return false
	}
	words := strings.Fields(h)
	last := strings.ToLower(words[len(words)-1])
	first, _ := utf8.DecodeRuneInString(p.text)
	capitals := h == strings.ToUpper(h) && p.text == strings.ToUpper(p.text)
	return unicode.IsLower(first) || slices.Contains(d.cat.Leaders, last) || capitals
}

// takeBody sorts the copy: contacts, boilerplates and notes that stand in it
// without an end mark are taken out.
func (d *draft) takeBody(body []para) {
	for i := 0; i < len(body); i++ {
		p := body[i]
		switch {
		case immediateLine.MatchString(p.text) && len(p.text) < 120 && len(d.releaseLines) == 0:
			d.releaseLines = append(d.releaseLines, p.text)
			d.noteDay(p.text)
		case i > 0 && !menuEntry(body[i:]) && (isLabel(p, contactLine) || contactLine.MatchString(p.text) && emailPattern.MatchString(p.text)):
			i += d.contactBlock(body[i:]) - 1
		case i > 0 && (d.reaches(body[i:]) || tableAsks(p.table) || nameAndReach(p) || d.signsOff(body[i:])):
			i += d.contactBlock(body[i:]) - 1
		case i > 0 && i+1 < len(body) && SignsOff(p.text) && d.signsOff(body[i+1:]):
			d.dropped = append(d.dropped, p.text)
		case i > 0 && isAbout(p):
			i += d.about(body[i:]) - 1
		case i > 0 && isLabel(p, notesLine):
			i += d.noteBlock(body[i:]) - 1
		default:
			d.body = append(d.body, p)
		}
	}
}

// takeTail sorts what stands behind the end mark. What is none of the parts is
// kept among the notes.
func (d *draft) takeTail(tail []para) {
	for i := 0; i < len(tail); i++ {
		p := tail[i]
		switch {
		case !menuEntry(tail[i:]) && contactLine.MatchString(p.text):
			i += d.contactBlock(tail[i:]) - 1
		case d.reaches(tail[i:]), tableAsks(p.table):
			i += d.contactBlock(tail[i:]) - 1
		case isAbout(p):
			i += d.about(tail[i:]) - 1
		case isLabel(p, notesLine):
			i += d.noteBlock(tail[i:]) - 1
		case isEndMark(p.text):
		case len(d.contacts) == 0 && (emailPattern.MatchString(p.text) && len(strings.Fields(p.text)) < 20 || d.signs(tail[i:])):
			i += d.contactBlock(tail[i:]) - 1
		default:
			d.notes = append(d.notes, p)
		}
	}
}

// isLabel tells a short line that is a label, and not a sentence that begins so.
func isLabel(p para, label *pattern.Pattern) bool {
	return label.MatchString(p.text) && (len(strings.Fields(p.text)) < 8 || p.level > 0 ||
		strings.Contains(p.text[:min(len(p.text), 50)], ":") || label == contactLine && dashedContact.MatchString(p.text))
}
