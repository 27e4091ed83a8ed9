package importer

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/importer/attribution"
	"pressroom/internal/importer/prose"
	"pressroom/internal/importer/when"
	"pressroom/internal/pattern"
)

// draft is a release on its way.
type draft struct {
	attribution.Copy

	tag               string // BCP 47, as in de-CH, that the release has
	email             string
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
	immediate         bool       // the source says that it may be published at once
	open              bool       // it says that there is no embargo
	notes             []prose.Para
	dropped           []string // labels that the release writes itself
	of                *Result  // of a language's file, the release in its main language
	topics            []string
	pictures          []Picture
}

var notesLine = pattern.New(`(?i)^\W*(?:notes? (?:to|for) (?:the )?editors?|editors?[’'] notes?|notes? (?:à la rédaction|aux ` +
	`rédactions|aux rédacteurs)|notas? (?:para|a) (?:la redacción|los editores|editores|a redação)|notas? à redação|hinweise? (?:für die|` +
	`an die) redaktion(?:en)?|anmerkung(?:en)? (?:für|an) die redaktion|note (?:per|alle) (?:le )?redazion[ei]|noot voor (?:de ` +
	`)?redactie)\b`)

// sort puts the paragraphs into the parts of a release.
func (d *draft) sort(list []prose.Para) {
	list = d.lines(list)
	head, rest := d.head(list)
	body, tail := cutTail(rest)
	d.takeHeadline(head, &body)
	d.takeParts(body, tail)
	d.findDay()
}

// takeParts takes what stands below the headline.
func (d *draft) takeParts(body, tail []prose.Para) {
	d.takeDateline(&body)
	d.takeBody(body)
	d.takeTail(tail)
	d.contactOfEast()
	d.contactInText()
	d.nameContacts()
	d.settleTime()
}

// lines are the paragraphs as they are read, without those that say when it may be published.
func (d *draft) lines(list []prose.Para) []prose.Para {
	noHeadings(list)
	list = d.unnumber(d.takeTimes(expandLines(unflat(d.GoneOn(d.withoutAds(list))), d.Lang)))
	for _, p := range list {
		d.Source += p.Text + "\n"
		d.Linked = cmp.Or(d.Linked, prose.LinkedName(p))
	}
	return list
}

// expandLines makes a paragraph of each line of one whose lines were kept apart,
// where such a line is a part's own.
func expandLines(list []prose.Para, lang string) []prose.Para {
	var out []prose.Para
	for i, p := range atBlankLines(list) {
		if !strings.Contains(p.Text, "\n") {
			out = append(out, p)
			continue
		}
		lines := strings.Split(p.Text, "\n")
		special := asksBelow(lines) || i < menuWords && len(lines) <= menuWords && isDateLine(lines[0], lang)
		for _, l := range lines {
			special = special || prose.IsPartLine(l)
		}
		if !special {
			out = append(out, p)
			continue
		}
		at := 0
		for _, l := range strings.SplitAfter(p.Text, "\n") {
			q := p.Part(at, at+len(l))
			q.Tight = p.Tight || at > 0
			at += len(l)
			if q.Text != "" {
				q.Level, q.Bullet = p.Level, p.Bullet
				out = append(out, q)
			}
		}
	}
	return out
}

// atBlankLines divides paragraphs where two line breaks stand for an empty line between them.
func atBlankLines(list []prose.Para) []prose.Para {
	var out []prose.Para
	for _, p := range list {
		if p.Bullet != "" || p.Level > 0 || !strings.Contains(p.Text, "\n\n") {
			out = append(out, p)
			continue
		}
		at := 0
		for _, block := range strings.SplitAfter(p.Text, "\n\n") {
			q := p.Part(at, at+len(block))
			if q.Tight = p.Tight && at == 0; q.Text != "" {
				out = append(out, q)
			}
			at += len(block)
		}
	}
	return out
}

// head takes what stands before the copy: release line, contacts, letterhead.
func (d *draft) head(list []prose.Para) (kept, rest []prose.Para) {
	i := 0
	for i < len(list) {
		p := list[i]
		switch {
		case advisoryField.MatchString(p.Text) && p.Table == "" && p.Level == 0, eventFields(list[i:]):
			return kept, list[i:]
		case prose.ImmediateLine.MatchString(p.Text) && utf8.RuneCountInString(p.Text) < 160:
			headline, n := d.release(list[i:])
			if nameOfSite(kept, list[i+n:]) {
				d.above(kept)
				kept = nil
			}
			if headline.Text != "" {
				kept = append(kept, headline)
			}
			i += n
		case d.tookHeadlineAmid(list[i:], &kept):
			i++
		case d.dayLine(list[i:], &i):
		case prose.LabelLine.MatchString(p.Text):
			d.dropped = append(d.dropped, p.Text)
			i++
			if headlineFollows(list[i:], d.Lang) {
				d.above(kept)
				kept = nil
			}
		case wireTop(list[i:]) > 0:
			n := wireTop(list[i:])
			d.noteDay(p.Text)
			d.above(list[i : i+n])
			i += n
		case jointTop(list[i:]) > 0:
			n := jointTop(list[i:])
			d.above(list[i : i+n])
			i += n
		case kindBehindName.MatchString(p.Text):
			d.Letterhead = append(d.Letterhead, kindBehindName.FindStringSubmatch(p.Text)[1])
			i++
		case dayThenKind(p, d.Lang).Text != "":
			d.placeOfDay(dayThenKind(p, d.Lang))
			d.noteDay(p.Text)
			i++
		case pageTools.MatchString(p.Text), menuBar(p), menuEntry(list[i:]),
			navigation(list[i:]), linksAlone(p), issuedBy(kept, p), d.kindOf(list[i:]):
			d.above(list[i : i+1])
			i++
		case memoLines(list[i:]) > 1:
			n := memoLines(list[i:])
			kept = append(kept, d.memo(list[i:i+n])...)
			i += n
		case prose.ContactLine.MatchString(p.Text) && utf8.RuneCountInString(p.Text) < 300:
			i += d.contactBlock(list[i:])
		case d.reaches(list[i:]), tableAsks(p.Table), len(kept) == 0 && d.signedAbove(list[i:]):
			i += d.contactBlock(list[i:])
		case isDateLine(p.Text, d.Lang) && altered.MatchString(p.Text): // the page, and not the release
			d.Letterhead = append(d.Letterhead, p.Text)
			i++
		case isDateLine(p.Text, d.Lang), provinceAndDay.MatchString(p.Text):
			d.placeOfDay(p)
			d.noteDay(p.Text)
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
func isBodyStart(p prose.Para) bool {
	if p.Level > 0 || p.Table != "" {
		return false
	}
	if advisoryField.MatchString(p.Text) || spokenFirst.MatchString(p.Text) {
		return true
	}
	if _, ok := prose.DatelineEnd(p.Text); ok {
		return true
	}
	text := strings.TrimSpace(p.Text)
	n := len(strings.Fields(text))
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, "”“»\"’)"))
	if strings.HasSuffix(text, "。") { // no spaces part the words
		return utf8.RuneCountInString(text) > 20
	}
	return n > 45 || n > 14 && (last == '.' || last == '!' || last == '?' || last == ':') || p.Bullet != "" && n > 25
}

// spokenFirst is a sentence of words in quotation marks and who says them.
var spokenFirst = pattern.New(`^[“„«"][^“”„«»"]{10,}(?:[,.!?][”“»"]|[”“»"],) \p{L}.*\.$`)

// cutTail divides the copy from what stands behind its end mark.
func cutTail(list []prose.Para) (body, tail []prose.Para) {
	for i, p := range list {
		if prose.IsEndMark(p.Text) {
			return list[:i], list[i+1:]
		}
	}
	return list, nil
}

// headlineMissing is told of a source without one; write says what stands there instead.
const headlineMissing = "no headline was found"

// takeHeadline finds headline and subhead among what stood before the copy; what
// is left is the letterhead.
func (d *draft) takeHeadline(head []prose.Para, body *[]prose.Para) {
	head = slices.DeleteFunc(head, func(p prose.Para) bool {
		return len(p.Text) == 1 && !prose.HasLetter(p.Text) && !hasDigit(p.Text)
	})
	best := headingAbove(head)
	if best < 0 {
		best = d.firstUnspaced(head)
	}
	if best < 0 {
		for i, p := range head {
			if d.nameAboveAll(head, i) || d.noHeadline(p.Text) || i > 0 && i == len(head)-1 && len(*body) == 0 && strings.HasSuffix(p.Text, ".") {
				continue
			}
			if n := len(strings.Fields(p.Text)); n >= 4 || len(head) == 1 {
				best = i
				break
			}
		}
	}
	if best < 0 && len(head) > 1 && len(*body) == 0 && strings.HasSuffix(head[len(head)-1].Text, ".") {
		best = len(head) - 2
	} else if best < 0 && len(head) > 0 {
		best = len(head) - 1
	}
	if best < 0 {
		if d.pageTitle == "" {
			d.Unsure = append(d.Unsure, headlineMissing)
			return
		}
		d.Unsure = append(d.Unsure, "no headline was found in the text; this is the title of its page")
		d.Headline = prose.Para{Text: d.pageTitle}
		return
	}
	best = belowKind(head, best)
	d.above(head[:best])
	d.Headline = head[best]
	for at := len(titleLabel.FindString(d.Headline.Text)); at > 0; at = len(kindLabel.FindString(d.Headline.Text)) {
		d.dropped = append(d.dropped, d.Headline.Text[:at])
		d.Headline = d.Headline.Part(at, len(d.Headline.Text))
	}
	d.dayBesideHeadline()
	rest := slices.DeleteFunc(slices.Clone(head[best+1:]), func(p prose.Para) bool {
		wire := wireLine.MatchString(p.Text)
		if wire {
			d.Letterhead = append(d.Letterhead, p.Text)
		}
		return wire || strings.EqualFold(p.Text, d.Headline.Text) // a page that repeats what its title says
	})
	for len(rest) > 0 && d.headlineGoesOn(rest[0]) {
		d.Headline.Join(" ", rest[0])
		rest = rest[1:]
	}
	alone := len(rest) == 1 && len(*body) == 0 && strings.HasSuffix(rest[0].Text, ".") // all that the release says
	if len(rest) > 0 && rest[0].Bullet == "" && !alone && !leads(slices.Concat(rest, *body)) {
		d.Subhead, rest = rest[0], rest[1:]
	}
	*body = append(slices.Clone(rest), *body...)
}

// leads tells whether the first paragraph announces what follows, words or a list, which a subhead does not.
func leads(list []prose.Para) bool {
	toList := len(list) > 1 && strings.HasSuffix(list[0].Text, ":") && list[1].Bullet != ""
	return toList || prose.LeadsToWords(list)
}

// headlineGoesOn tells whether the line under the headline is its second one: it
// follows at once, and begins in the middle of a sentence, or both are in capitals.
func (d *draft) headlineGoesOn(p prose.Para) bool {
	h := d.Headline.Text
	if !p.Tight || p.Level != d.Headline.Level || p.Bullet != "" || h == "" || strings.ContainsAny(h[len(h)-1:], ".!?:") {
		return false
	}
	words := strings.Fields(h)
	last := strings.ToLower(words[len(words)-1])
	first, _ := utf8.DecodeRuneInString(p.Text)
	capitals := h == strings.ToUpper(h) && p.Text == strings.ToUpper(p.Text)
	return unicode.IsLower(first) || slices.Contains(d.Cat.Leaders, last) || capitals
}

// takeBody sorts the copy: contacts, boilerplates and notes that stand in it
// without an end mark are taken out.
func (d *draft) takeBody(body []prose.Para) {
	for i := 0; i < len(body); i++ {
		p := body[i]
		switch {
		case prose.ImmediateLine.MatchString(p.Text) && len(p.Text) < 120 && len(d.releaseLines) == 0:
			d.releaseLines = append(d.releaseLines, p.Text)
			d.noteDay(p.Text)
		case i > 0 && !menuEntry(body[i:]) && (isLabel(p, prose.ContactLine) || prose.ContactLine.MatchString(p.Text) &&
			prose.EmailPattern.MatchString(p.Text)):
			i += d.contactBlock(body[i:]) - 1
		case i > 0 && (d.reaches(body[i:]) || tableAsks(p.Table) || nameAndReach(p) || d.signsOff(body[i:])):
			i += d.contactBlock(body[i:]) - 1
		case i > 0 && i+1 < len(body) && SignsOff(p.Text) && d.signsOff(body[i+1:]):
			d.dropped = append(d.dropped, p.Text)
		case i > 0 && isAbout(p):
			i += d.about(body[i:]) - 1
		case i > 0 && isLabel(p, notesLine):
			i += d.noteBlock(body[i:]) - 1
		default:
			d.Body = append(d.Body, p)
		}
	}
}

// takeTail sorts what stands behind the end mark. What is none of the parts is
// kept among the notes.
func (d *draft) takeTail(tail []prose.Para) {
	for i := 0; i < len(tail); i++ {
		p := tail[i]
		switch {
		case !menuEntry(tail[i:]) && prose.ContactLine.MatchString(p.Text):
			i += d.contactBlock(tail[i:]) - 1
		case d.reaches(tail[i:]), tableAsks(p.Table):
			i += d.contactBlock(tail[i:]) - 1
		case isAbout(p):
			i += d.about(tail[i:]) - 1
		case isLabel(p, notesLine):
			i += d.noteBlock(tail[i:]) - 1
		case prose.IsEndMark(p.Text):
		case len(d.Contacts) == 0 && (prose.EmailPattern.MatchString(p.Text) && len(strings.Fields(p.Text)) < 20 || d.signs(tail[i:])):
			i += d.contactBlock(tail[i:]) - 1
		default:
			d.notes = append(d.notes, p)
		}
	}
}

// isLabel tells a short line that is a label, and not a sentence that begins so.
func isLabel(p prose.Para, label *pattern.Pattern) bool {
	return label.MatchString(p.Text) && (len(strings.Fields(p.Text)) < 8 || p.Level > 0 ||
		strings.Contains(p.Text[:min(len(p.Text), 50)], ":") || label == prose.ContactLine && dashedContact.MatchString(p.Text))
}
