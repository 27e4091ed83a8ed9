package importer

import (
	"slices"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// What stands above the copy besides whom to ask: the letterhead, and the line of release with what
// else is on it.

// above keeps lines that stand above a release as its letterhead.
func (d *draft) above(list []prose.Para) {
	for _, p := range list {
		if p.Table == "" {
			d.Letterhead = append(d.Letterhead, p.Text)
			continue
		}
		for _, cells := range rowsOf(p.Table) {
			d.Letterhead = append(d.Letterhead, strings.Join(cells, " | "))
		}
	}
}

// headlineFollows tells whether the line behind a label is a headline: what stood before the
// label is a letterhead then.
func headlineFollows(list []prose.Para, lang string) bool {
	for _, p := range list {
		if p.Table == "" && (prose.IsPartLine(p.Text) || isDateLine(p.Text, lang) || p.Text == "") {
			continue
		}
		return !isBodyStart(p) && p.Bullet == "" && len(strings.Fields(p.Text)) > 2
	}
	return false
}

// release takes a release line and returns how many paragraphs that were, and the
// headline, where that stands on the same line.
func (d *draft) release(list []prose.Para) (headline prose.Para, n int) {
	text := list[0].Text
	d.noteDay(text)
	// What else the line says goes on: "FOR IMMEDIATE RELEASE Contact: …".
	if loc := contactInLine.FindStringIndex(text); loc != nil {
		d.releaseLines = append(d.releaseLines, strings.TrimSpace(text[:loc[0]]))
		return prose.Para{}, d.contactBlock(append([]prose.Para{list[0].Part(loc[0], len(text))}, list[1:]...))
	}
	if m := releaseLabel.FindStringIndex(text); m != nil && !d.DayIn(text) {
		if rest := list[0].Part(m[1], len(text)); len(strings.Fields(rest.Text)) > 3 {
			d.releaseLines = append(d.releaseLines, strings.TrimRight(text[:m[1]], " :–—-\u00a0"))
			if len(list) > 1 && list[1].Tight && !prose.IsPartLine(list[1].Text) && !isDateLine(list[1].Text, d.Lang) && !isBodyStart(list[1]) &&
				len(strings.Fields(list[1].Text)) < 11 {
				rest.Join(" ", list[1])
				return rest, 2
			}
			return rest, 1
		}
	}
	d.releaseLines = append(d.releaseLines, text)
	return prose.Para{}, 1
}

// releaseLabel is a release line up to what else stands on it.
var releaseLabel = pattern.New(`(?i)^\W*(?:for immediate release|immediate release|for release|para (?:su )?(?:publicación|difusión|` +
	`divulgación) inmediata|para divulgação imediata|pour (?:diffusion|publication) immédiate|zur sofortigen (?:veröffentlichung|` +
	`freigabe)|per (?:la )?(?:diffusione|pubblicazione) immediata|voor (?:onmiddellijke|directe) (?:publicatie|verspreiding))\s*[:–—-]+\s*`)

var contactInLine = pattern.New(`(?i)\b(?:(?:press|media|news|investor|agency|company)(?: relations)? )?contacts?:|` +
	`\b(?:(?:presse|medien)?kontakt|contacts? presse|contactos?(?: de prensa)?|contatt[io](?: stampa)?|contatos?(?: de imprensa)?|` +
	`(?:pers)?contact)\s?:`)

// noHeadline tells a line that is the address of a page or one on paper, or says who wrote the text.
func noHeadline(line string) bool {
	words := strings.Fields(line)
	if len(words) == 0 { // a table
		return false
	}
	if reachSign.MatchString(line) {
		return true
	}
	if parts := betweenSigns.Split(line, prose.AllFound); len(parts) > 1 {
		return slices.ContainsFunc(parts, func(s string) bool {
			return isPostal(s) || strings.Trim(prose.PhonePattern.FindString(s), " ") == s
		})
	}
	last := words[len(words)-1]
	if pageAddress.MatchString(last) || prose.EmailPattern.MatchString(last) {
		words = words[:len(words)-1]
	}
	return len(words) == 0 || isPostal(strings.Join(words, " ")) || streetWithin(line) ||
		writtenBy.MatchString(line) || trail.MatchString(line) || pageTools.MatchString(line)
}

// pageTools are what a page offers to do with itself, above the headline.
var pageTools = pattern.New(`(?i)^(?:\W*(?:print(?:er)?[- ]?friendly(?: (?:format|version|page))?|` +
	`e-?mail (?:to )?(?:a friend|this(?: page| article)?)|` +
	`share(?: this(?: page| article| story)?)?|print(?: this)?(?: page| article| version)?|(?:bigger|smaller|larger) text|text size|` +
	`(?:pdf version|download (?:as )?pdf)|skip to (?:main )?content|back to (?:list|news|top|overview)|` +
	`search(?: only \p{L}+| (?-i:\p{Lu}{3,}))?|(?:mobile|main|site|primary|secondary|footer) (?:navigation|menu)|navigation|menu|cancel|` +
	`imprimer|envoyer (?:à un ami|par e-?mail)|partager|drucken|druckversion|versenden|teilen|imprimir|compartir|compartilhar|` +
	`enviar a un amigo|stampa|condividi|invia a un amico|delen|afdrukken)\b\W*)+$`)

// streetWithin tells an address on one line, with the house, the street and the town between commas.
func streetWithin(line string) bool {
	parts := strings.Split(line, ", ")
	return len(parts) > 2 && slices.ContainsFunc(parts, isPostal)
}

// trail is where a page stands among others: "home » de » presse".
var trail = pattern.New(`^[^»›>]{2,30}(?: ?[»›>] ?[^»›>]{2,40}){1,6}[»›> ]*$`)

// betweenSigns stands between the parts of a letterhead on one line.
var betweenSigns = pattern.New(`\s+[*|•·]\s+`)

// writtenBy begins a line that says who wrote a text.
var writtenBy = pattern.New(`^(?i:prepared|written|submitted|text|verfasst|rédigé|redactado|scritto|geschreven|escrito) ` +
	`(?:by|von|par|por|da|door):? \p{Lu}`)

// wireLine is the name of a wire alone on a line.
var wireLine = pattern.New(`^(?:--\s?\p{Lu}[\p{L}\d .]{2,30}--|/\s?\p{Lu}[\p{L}\d -]{2,30}/|\((?:[A-Z]+ )?(?:NEWSWIRE|WIRE)\))$`)

// wireBehind is the wire that sent a text out, behind the place: "(EXAMPLE WIRE)--".
var wireBehind = pattern.New(`^(\((?:\p{Lu}[\p{Lu} ]{2,30}|\p{Lu}[\p{L}\d. ]{0,20}(?i:wire|web|presswire))\))\s*(?:[–—]|--+|\s-)\s*`)

// memoLine is a line of a memorandum above a release: to whom it goes, from whom, when, and on what.
var memoLine = pattern.New(`(?i)^\W*(?:(to|from|cc|an|von|à|de|para|da|a|aan|van)|` +
	`(date|datum|fecha|data|gesendet|envoyé|enviado|inviato|verzonden|sent)|` +
	`(re|subject|betreff|objet|asunto|oggetto|onderwerp|assunto))\s?:\s+(\S.*)$`)

// memoLines is how many such lines a list begins with, of which the first says to whom or from whom.
func memoLines(list []prose.Para) int {
	n := 0
	for n < len(list) && list[n].Level == 0 {
		m := memoLine.FindStringSubmatch(list[n].Text)
		if m == nil || n == 0 && m[1] == "" {
			break
		}
		n++
	}
	return n
}

// memo takes them, and gives what one says that it is on.
func (d *draft) memo(list []prose.Para) (on []prose.Para) {
	for _, p := range list {
		m := memoLine.FindStringSubmatchIndex(p.Text)
		rest := p.Part(m[8], len(p.Text))
		switch {
		case m[6] >= 0:
			d.dropped = append(d.dropped, strings.TrimSpace(p.Text[:m[8]]))
			on = append(on, rest)
		case m[4] >= 0 && isDateLine(rest.Text, d.Lang):
			d.noteDay(rest.Text)
			d.dropped = append(d.dropped, strings.TrimSpace(p.Text[:m[8]]))
		default:
			d.Letterhead = append(d.Letterhead, p.Text)
		}
	}
	return on
}

// kindLabel says what kind of text a headline is of, behind a label that says that it is one.
var kindLabel = pattern.New(`(?i)^(?:(?:press|news|media) release|pressemitteilung|communiqué(?: de presse)?|` +
	`(?:nota|comunicado) de prensa|comunicato stampa|persbericht)\s?:\s+`)

// titleLabel says that a headline is one.
var titleLabel = pattern.New(`(?i)^(?:title|subject|headline|titel|betreff|titre|objet|título|asunto|titolo|oggetto|onderwerp|` +
	`assunto)\s?:\s+`)

// kindOfWhom says what kind of text it is and whose, above the headline: "Tidewell Trust Press Release".
var kindOfWhom = pattern.New(`^(?:\p{Lu}\S* ){1,3}(?:Press|Media|News) (?:Release|Statement)$`)
