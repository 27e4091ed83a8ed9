package submission

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"pressroom/internal/importer"
	"pressroom/internal/importer/attribution"
	"pressroom/internal/language"
	"pressroom/internal/pattern"
)

// pasted takes apart what people paste whole: a quotation with its attribution, as it
// stands in a draft or a mail. Fields that are empty are filled with what it names.
func pasted(in Words, cat *language.Catalogue) (Words, []Problem) {
	if len(in.Text) > 4*MaxText {
		return in, nil
	}
	text := fromHTML(in.Text)
	text, _ = cutSignature(text)
	text = doubled(text, line(in.Speaker, cat), cat)
	marked := strings.ContainsAny(text, `"“”„«»`)
	if words, ok := cutName(text, line(in.Speaker, cat)); ok {
		in.Text = words
		return in, []Problem{Unsaid.problem()}
	}
	switch words, by := cutByline(text, line(in.Speaker, cat)); {
	case by != "" && !marked:
		in.Text = words
		return in, []Problem{Unsaid.problem()}
	case !marked:
		return in, nil
	case by != "":
		text = words + "\n\n–" + by
	}
	text = signedBelow.ReplaceAllString(strings.TrimSpace(text), "$1\n\n$2")
	q, ok := attribution.Spoken(text, cat.Tag)
	if first, _ := utf8.DecodeRuneInString(text); !ok && strings.Count(text, `"`)+strings.Count(text, "”") == 1 && unicode.IsLetter(first) {
		q, ok = attribution.Spoken(`"`+text, cat.Tag) // the first mark was not copied
	}
	if !ok {
		q, ok = attribution.Spoken(attributedOnce(text, line(in.Speaker, cat), cat), cat.Tag)
	}
	if speaker := line(in.Speaker, cat); !ok && speaker != "" {
		q, ok = attribution.Spoken(fullyNamed(text, speaker), cat.Tag)
	}
	if !ok || q.Speaker == "" || !sameName(q.Speaker, line(in.Speaker, cat)) && !strings.EqualFold(q.Org, line(in.Org, cat)) {
		return in, nil
	}
	in.Text = unsaid(q.Text)
	for _, f := range []struct {
		to   *string
		what string
	}{{&in.Speaker, q.Speaker}, {&in.Title, q.Title}, {&in.Org, q.Org}} {
		if strings.TrimSpace(*f.to) == "" && f.what != "?" {
			*f.to = f.what
		}
	}
	return in, []Problem{Unsaid.problem()}
}

// goesOn is a quotation's end with who goes on saying it, up to the next quotation or the end.
var goesOn = pattern.New(`([\pL\pN%)])([,.!?…]?)([”“»"])[,.]? ([^”“„"«»\n]{2,60})[.:] ?([„“«"]|$)`)

// attributedOnce is a text without the attributions behind its first, where it goes on saying
// who says it ("…", so Ruiz weiter).
func attributedOnce(text, speaker string, cat *language.Catalogue) string {
	var b strings.Builder
	end := 0
	for n, m := range goesOn.FindAllStringSubmatchIndex(text, -1) {
		who := text[m[8]:m[9]]
		if n == 0 || !nobodyElse(who, speaker) || !says(who, cat) && !strings.HasPrefix(who, "so ") {
			continue
		}
		stop := text[m[4]:m[6]]
		if stop == "" || stop == "," {
			stop = "."
		}
		b.WriteString(text[end:m[4]] + stop + text[m[6]:m[7]])
		if m[10] < m[11] {
			b.WriteString(" ")
		}
		end = m[10]
	}
	return b.String() + text[end:]
}

// nobodyElse tells that a few words name nobody but the speaker.
func nobodyElse(who, speaker string) bool {
	words := strings.Fields(who)
	names := strings.Fields(speaker)
	return len(words) <= 5 && !slices.ContainsFunc(words, func(w string) bool {
		first, _ := utf8.DecodeRuneInString(w)
		return !unicode.IsLower(first) && !slices.Contains(names, strings.Trim(w, ",.:"))
	})
}

// cutName takes the speaker's name off, with an office, where it stands before a colon as in
// a play.
func cutName(text, speaker string) (words string, ok bool) {
	before, words, _ := strings.Cut(text, ":")
	name, rest, _ := strings.Cut(strings.Trim(before, "*_ "), ",")
	words = strings.TrimSpace(words)
	if words == "" || speaker == "" || len(before) > 200 || strings.ContainsAny(rest, "\"“”„«».") {
		return text, false
	}
	return words, strings.EqualFold(strings.TrimSpace(name), speaker)
}

// sameName tells whether two names can be those of one person: one is not given, or they have
// a word in common. A quotation of somebody else stands within the speaker's words.
func sameName(a, b string) bool {
	if a == "?" || b == "" {
		return true
	}
	words := strings.Fields(strings.ToLower(b))
	return slices.ContainsFunc(strings.Fields(strings.ToLower(a)), func(w string) bool { return slices.Contains(words, w) })
}

// pronouns stand for the speaker beside a verb of saying.
var pronouns = pattern.New(`(?i)(?:^|[ ,])(he|she|they|er|sie|il|elle|él|ella|lui|lei|hij|zij|ele|ela)(?:[ ,.:]|$)`)

// fullyNamed is a text with the speaker's name outside its quotation marks, where only the
// family name stands there, or a pronoun between a mark and the next.
func fullyNamed(text, speaker string) string {
	family := speaker[strings.LastIndexByte(speaker, ' ')+1:]
	if family == speaker {
		return text
	}
	const longest = 40 // bytes of a clause with a pronoun
	within, begin := false, 0
	for i, r := range text + "\n" {
		switch {
		case strings.ContainsRune(`"“”„«»`, r) || i == len(text):
			outside := text[begin:i]
			if !within && begin > 0 {
				full := outside
				if at := strings.Index(outside, family); at >= 0 && !strings.Contains(outside, speaker) {
					full = outside[:at] + speaker + outside[at+len(family):]
				} else if m := pronouns.FindStringSubmatchIndex(outside); at < 0 && m != nil && len(outside) <= longest {
					full = outside[:m[2]] + speaker + outside[m[3]:]
				}
				if full != outside {
					return text[:begin] + full + text[begin+len(outside):]
				}
			}
			within, begin = !within, i+utf8.RuneLen(r)
		}
	}
	return text
}

// signedBelow is a line under the words, by a dash, that says who they are by.
var signedBelow = pattern.New(`(["”»“])\n+\s*([–—―-])\s*`)

// cutByline takes off the lines below the words that say who they are by: those that begin
// with the speaker's name or, below words in quotation marks, with any.
func cutByline(text, speaker string) (words, by string) {
	const most, longest = 4, 100 // lines, and bytes of one
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for i := len(lines) - 1; i > 0 && len(lines)-i <= most; i-- {
		l := strings.TrimSpace(lines[i])
		if len(l) > longest || strings.ContainsAny(l, `"“”„«»`) || strings.HasSuffix(l, ".") {
			break
		}
		name, _, _ := strings.Cut(strings.TrimLeft(l, "–—―- "), ",")
		name = strings.TrimSpace(name)
		above := strings.TrimSpace(strings.Join(lines[:i], "\n"))
		n := len(strings.Fields(name))
		if speaker != "" && strings.EqualFold(name, speaker) || inMarks(above) && named(name) && n > 1 && n < 6 {
			parts := strings.FieldsFunc(strings.Join(lines[i:], "\n"), func(r rune) bool { return r == '\n' })
			for j, p := range parts {
				parts[j] = strings.Trim(p, " ,–—―-")
			}
			return above, strings.Join(parts, ", ")
		}
	}
	return text, ""
}

// parted begins what a comma stands before also where no attribution does: "If so," she said,
// "we ask." In "The port," she said, "hides it" the comma is the attribution's.
var parted = pattern.New(`(?i)^(?:i|we|you|they|he|she|it|there|this|that’s|the|our|and|but|or|so|nor|yet|because|which|who|` +
	`dass|weil|wenn|ob|aber|sondern|denn|damit|obwohl|` +
	`c['’]est|ce|cela|je|on|nous|vous|ils?|elles?|mais|car|donc|puisque)(?:\PL|$)`)

// unsaid is the words of a quote's Markdown without the place of the attribution: a
// comma before it ends the sentence where the next begins one.
func unsaid(md string) string {
	before, rest, ok := strings.Cut(md, saidMarker)
	if ok {
		before = strings.TrimRight(before, " ")
		next := strings.TrimLeft(rest, " ")
		if before != "" { // "…, and she added: “…”"
			next = strings.TrimLeft(next, ":\u00a0\u202f ")
		}
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(next, "\n"))
		last, size := utf8.DecodeLastRuneInString(before)
		switch {
		case next == "" || unicode.IsUpper(r):
			if last == ',' || last == '،' {
				before = before[:len(before)-size]
				last, _ = utf8.DecodeLastRuneInString(before)
			}
			if unicode.IsLetter(last) || unicode.IsDigit(last) {
				before += "."
			}
		case strings.HasPrefix(next, ","):
			next = strings.TrimLeft(next[1:], " ")
			if last == ',' {
				before = before[:len(before)-size]
			}
			if parted.MatchString(next) {
				before += ","
			}
		}
		md = before + " " + next
	}
	words := spoken(md)
	if last, _ := utf8.DecodeLastRuneInString(words); unicode.IsLetter(last) {
		words += "."
	}
	return words
}

// longestSignature is how many lines stand at most below a greeting.
const longestSignature = 8

var (
	signatureMark = pattern.New(`^--\s*$`)
	fromPhone     = pattern.New(`(?i)^(?:(?:sent|get|envoyé|enviad[oa]|gesendet|von meinem|inviat[oa]|verzonden|verstuurd)\b.{0,30}\b` +
		`(?:iphone|ipad|android|mobile|outlook|phone|móvil|handy|samsung)\b.{0,30}|` +
		`(?:sent from my |von meinem |envoyé depuis mon |envoyé de mon |enviado desde mi |enviado do meu |` +
		`inviato dal mio |verstuurd vanaf mijn |verzonden vanaf mijn )\pL[\pL\d -]{1,30})[.!]?$`)
)

// cutSignature takes the signature of a mail off the end of a text.
func cutSignature(s string) (string, bool) {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		l = strings.TrimSpace(l)
		rest := len(strings.Fields(strings.Join(lines[i+1:], " ")))
		switch {
		case i == 0:
		case signatureMark.MatchString(l), fromPhone.MatchString(l) && rest == 0,
			importer.SignsOff(l) && len(lines)-i-1 <= longestSignature && rest <= 30:
			return strings.TrimSpace(strings.Join(lines[:i], "\n")), true
		}
	}
	return s, false
}

const (
	stampDay  = `\d{1,4}[./-]\d{1,2}[./-]\d{1,4}`
	stampHour = `\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?`
)

var (
	quotedLine = pattern.New(`(?m)^> ?`)
	// as chats copy it, as they copy it from a browser, and as they export it
	chatStamp = pattern.New(`^(?:\[` + stampDay + `,? ` + stampHour + `\] |\[` + stampHour + `,? ` + stampDay + `\] |` +
		stampDay + `,? ` + stampHour + ` [-–] )[^:\n]{1,60}: `)
	bullet = pattern.New(`(?m)^\s*(?:[•·▪◦‣●○■–—*+-]|\d{1,2}[.)])\s+\S`)
)

// listed tells a list: two lines or more that begin as its points do.
func listed(s string) bool {
	return len(bullet.FindAllStringIndex(s, 2)) == 2
}

// unstarred takes off the stars or lines with which chat programs set words bold or
// slanted: around all of them, or around some.
func unstarred(s string) (string, bool) {
	t := strings.TrimSpace(s)
	if len(t) > 2 && (t[0] == '*' || t[0] == '_') && t[len(t)-1] == t[0] && strings.Count(t, t[:1]) == 2 && t[1] != ' ' {
		return t[1 : len(t)-1], true
	}
	found := false
	for {
		m := starred.FindStringSubmatchIndex(s)
		if m == nil {
			return s, found
		}
		s = s[:m[2]] + s[m[4]:m[5]] + s[m[7]:]
		found = true
	}
}

var starred = pattern.New(`(?:^|[\s("“„«‘—–-])` +
	`(\*\*|\*|__|_)([^\s*_](?:[^*_\n]{0,300}[^\s*_])?)(\*\*|\*|__|_)(?:$|[\s)\]"”“»’,.;:!?…—–-])`)

// unframed are the words of a letter or a draft without what stands around them: a
// label, as in "Quote from River Alliance:", or greeting and remarks to who asked.
func unframed(s string) (string, bool) {
	s = strings.TrimSpace(s)
	if m := quoteLabel.FindStringSubmatch(s); m != nil {
		name, rest := m[1], s[len(m[0]):]
		alone := strings.Contains(m[0], "\n") || strings.ContainsAny(rest[:min(len(rest), 3)], `"“„«`)
		if rest != "" && (name == "" && alone || name != "" && named(name)) {
			return rest, true
		}
	}
	paras := pattern.New(`\n[ \t]*\n\s*`).Split(s, -1)
	for i, p := range paras[1:] {
		intro := strings.TrimRight(paras[i], " ")
		if !strings.HasSuffix(intro, ":") || !quoteNoun.MatchString(intro) || !inMarks(p) {
			continue
		}
		end := i + 2
		for end < len(paras) && inMarks(paras[end]) {
			end++
		}
		return strings.Join(paras[i+1:end], "\n\n"), true
	}
	return s, false
}

const quoteNouns = `(?:quote|quotation|statement|comment|zitat|stellungnahme|citation|déclaration|cita|declaración|citação|declaração|` +
	`citazione|dichiarazione|citaat|verklaring)`

var (
	quoteLabel = pattern.New(`(?i)^(?:(?:our|the|full|final) )?` + quoteNouns +
		`((?: (?:from|by|of|for|attributed to|von|de|da|di|van))? [^:\n]{1,80})?:\s*`)
	quoteNoun = pattern.New(`(?i)(?:^|\PL)` + quoteNouns + `(?:\PL|$)`)
	nameJoin  = pattern.New(`(?i)^(?:from|by|of|for|attributed|to|the|and|` +
		`von|de|del|la|le|les|da|do|dos|das|di|van|der|den|die|el|et|und|y|e|en|&|\(|-)$`)
)

// named tells that a text is made of names, and what joins them.
func named(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(")); !unicode.IsUpper(r) && !unicode.IsDigit(r) && !nameJoin.MatchString(w) {
			return false
		}
	}
	return true
}

// inMarks tells that a paragraph stands in quotation marks.
func inMarks(p string) bool {
	p = strings.TrimSpace(p)
	first, _ := utf8.DecodeRuneInString(p)
	last, _ := utf8.DecodeLastRuneInString(p)
	return len(p) > 2 && strings.ContainsRune(`"“„«»`, first) && strings.ContainsRune(`"”“»«`, last)
}

// says tells whether an attribution has a verb of saying.
func says(attribution string, cat *language.Catalogue) bool {
	verbs := cat.Speech.Verbs
	if len(verbs) == 0 {
		return true
	}
	re, err := regexp.Compile(`(?i)(?:^|\PL)(?:` + strings.Join(verbs, "|") + `)(?:\PL|$)`)
	return err != nil || re.MatchString(attribution)
}

// emoji is the first sign of a text that is a picture, "" if it has none.
func emoji(s string) string {
	g := uniseg.NewGraphemes(s)
	for g.Next() {
		for _, r := range g.Runes() {
			if r >= 0x1F000 && r <= 0x1FAFF || r >= 0x2600 && r <= 0x27BF || r == 0xFE0F || r == 0x20E3 || r >= 0x2B1B && r <= 0x2B55 {
				return g.Str()
			}
		}
	}
	return ""
}
