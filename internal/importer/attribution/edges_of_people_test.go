package attribution

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
	"pressroom/internal/importer/prose"
)

// copied is a draft in a language with a text of which phrases are held against.
func copied(lang string, text ...string) *Copy {
	d := drafted(lang)
	d.Headline = prose.Para{Text: "Ropewalk opens its doors to schools", Level: 1}
	d.Dateline = prose.Para{Text: "MARLOW, Mass. —"}
	for _, t := range text {
		d.Body = append(d.Body, prose.Para{Text: t})
	}
	d.Contacts = []prose.Contact{{Name: "Dana Whitlock", Org: "Quayside", Email: "dana@quayside.example"}}
	d.Letterhead = []string{"Lamplight"}
	d.Known = []Speaker{
		{Name: "Tom Reed", Ok: true},
		{Name: "Mia Reed", Ok: true},
		{Name: "Rosa Farrell", Title: "keeper", Org: "Quayside", Ok: true},
	}
	d.Boilerplate = []prose.Para{{Text: "About Tidewell"}, {Text: "Tidewell makes rope."}}
	return d
}

// readsPeople are the readers of phrases that name somebody: each takes what stands before a comma
// and what stands behind it.
var readsPeople = map[string]func(d *Copy, head, rest string) string{
	"titleThenName":  func(d *Copy, head, rest string) string { return whose(d.titleThenName(head, rest)) },
	"officeThenName": func(d *Copy, head, rest string) string { return whose(d.officeThenName(head, rest)) },
	"fieldThenName":  func(d *Copy, head, rest string) string { return whose(d.fieldThenName(head, rest)) },
	"officeBefore":   func(d *Copy, head, rest string) string { return whose(d.officeBefore(head, rest)) },
	"firstNamed":     func(d *Copy, head, rest string) string { return whose(d.firstNamed(head, rest)) },
	"afterTrade":     func(d *Copy, head, rest string) string { return whose(d.afterTrade(head, rest)) },
	"owned":          func(d *Copy, head, rest string) string { return whose(d.owned(head, rest)) },
	"nameLast":       func(d *Copy, head, rest string) string { return sure(d.nameLast(head)) },
	"former":         func(d *Copy, head, rest string) string { return sure(d.former(head)) },
	"inFront":        func(d *Copy, head, rest string) string { return sure(d.inFront(head)) },
	"theirs":         func(d *Copy, head, rest string) string { return sure(d.ofThemBefore(head)) },
	"toWhom": func(d *Copy, head, rest string) string {
		words := strings.Trim(rest, "“”")
		from, who, ok := d.saidToWhom(head, words, "")
		return fmt.Sprint(from, " ", sure(who, ok))
	},
	"ours":         func(d *Copy, head, rest string) string { return sure(d.ours(head)) },
	"joinedOffice": func(d *Copy, head, rest string) string { return sure(d.joinedOffice(head)) },
	"behindVon":    func(d *Copy, head, rest string) string { return sure(d.behindVon(head)) },
	"inCapitals":   func(d *Copy, head, rest string) string { return sure(d.inCapitals(head)) },
	"nameAlone":    func(d *Copy, head, rest string) string { return sure(d.nameAlone(head)) },
	"withInitials": func(d *Copy, head, rest string) string {
		return whose(d.withInitials(Speaker{Name: head, Org: rest, Ok: true}))
	},
	"ofIssuer": func(d *Copy, head, rest string) string {
		return whose(d.ofIssuer(Speaker{Name: "Ana Ruiz", Title: head, Ok: true}, head+" Ana Ruiz"))
	},
	"doubt": func(d *Copy, head, rest string) string {
		title, org, _ := strings.Cut(rest, "|")
		return whose(d.doubt(Speaker{Name: "Ana Ruiz", Title: title, Org: org, Ok: true}, head))
	},
	"initialed": func(d *Copy, head, rest string) string { return fmt.Sprint(d.initialed(head)) },
	"bracketed": func(d *Copy, head, rest string) string { return fmt.Sprint(d.bracketed(head)) },
	"ofPart":    func(d *Copy, head, rest string) string { return fmt.Sprint(d.ofPart(head)) },
	"led":       func(d *Copy, head, rest string) string { return d.led(head) },
	"hailsFrom": func(d *Copy, head, rest string) string {
		return fmt.Sprint(hailsFrom(Speaker{Title: "fisher", Org: rest}, head))
	},
	"leadsOnTo":     func(d *Copy, head, rest string) string { return fmt.Sprint(d.leadsOnTo(head)) },
	"shortBehalf":   func(d *Copy, head, rest string) string { return d.shortBehalf(head) },
	"bareName":      func(d *Copy, head, rest string) string { return bareName(head) },
	"withoutComma":  func(d *Copy, head, rest string) string { return withoutComma(head) },
	"withComma":     func(d *Copy, head, rest string) string { return withComma(head, rest) },
	"firstOf":       func(d *Copy, head, rest string) string { return firstOfSeveral(head) },
	"nominative":    func(d *Copy, head, rest string) string { return d.nominative(head, rest) },
	"articleOf":     func(d *Copy, head, rest string) string { return articleOf(head, rest) },
	"called":        func(d *Copy, head, rest string) string { return fmt.Sprint(called(strings.Fields(head), rest)) },
	"withoutAdverb": func(d *Copy, head, rest string) string { return d.withoutAdverbs(head) },
	"digitsOnly":    func(d *Copy, head, rest string) string { return fmt.Sprint(digitsOnly(head)) },
	"numbered":      func(d *Copy, head, rest string) string { return fmt.Sprint(numbered(prose.Tokens(head), 0)) },
	"isPlace":       func(d *Copy, head, rest string) string { return fmt.Sprint(d.isPlace(head)) },
	"knownOrg":      func(d *Copy, head, rest string) string { return fmt.Sprint(d.knownOrg(head)) },
	"actsAsOrg":     func(d *Copy, head, rest string) string { return fmt.Sprint(d.actsAsOrg(head)) },
	"namedTwice":    func(d *Copy, head, rest string) string { return fmt.Sprint(d.namedTwice(head)) },
	"has":           func(d *Copy, head, rest string) string { return fmt.Sprint(d.has(head)) },
	"wholeOffice": func(d *Copy, head, rest string) string {
		title, org, _ := strings.Cut(rest, "|")
		return wholeOffice(head, title, org)
	},
	"whatItIs": func(d *Copy, head, rest string) string {
		org, initials := d.saysWhatItIs(head + rest)
		return fmt.Sprintf("%q %q", org, initials)
	},
	"atEvent":     func(d *Copy, head, rest string) string { return fmt.Sprint(atEvent(head, rest)) },
	"labOf":       func(d *Copy, head, rest string) string { return fmt.Sprint(labOf(head, rest)) },
	"ministry":    func(d *Copy, head, rest string) string { return d.ministry(head, rest) },
	"signature":   func(d *Copy, head, rest string) string { return fmt.Sprint(prose.LooksLikeSignature(head)) },
	"trimLetters": func(d *Copy, head, rest string) string { return prose.TrimLetters(head) },
	"ofAThird":    func(d *Copy, head, rest string) string { return fmt.Sprint(d.ofAThird(head)) },
	"said":        func(d *Copy, head, rest string) string { return sure(d.Said(head)) },
	"subject":     func(d *Copy, head, rest string) string { return whose(d.subject(head)) },
	"before": func(d *Copy, head, rest string) string {
		from, who, ok := d.ClauseBefore(head)
		return fmt.Sprintf("%d %s", from, sure(who, ok))
	},
	"after": func(d *Copy, head, rest string) string {
		c, ok := d.clauseAfter(head, rest == "last")
		return fmt.Sprintf("%v %s", ok, expect.Given(c))
	},
	"officeAlone":    func(d *Copy, head, rest string) string { return fmt.Sprint(prose.OfficeAlone(prose.Tokens(head))) },
	"isTitle":        func(d *Copy, head, rest string) string { return fmt.Sprint(d.IsTitle(head)) },
	"isOrganisation": func(d *Copy, head, rest string) string { return fmt.Sprint(prose.IsOrganisation(head)) },
	"firm":           func(d *Copy, head, rest string) string { return fmt.Sprint(prose.Firm(head)) },
	"looksLikeName":  func(d *Copy, head, rest string) string { return fmt.Sprint(prose.LooksLikeName(head)) },
	"signedBy":       func(d *Copy, head, rest string) string { return fmt.Sprint(d.signedBy(head)) },
	"surname":        func(d *Copy, head, rest string) string { return sure(d.bySurname(head)) },
	"likeAName":      func(d *Copy, head, rest string) string { return fmt.Sprint(prose.LikeAName(head)) },
	"below": func(d *Copy, head, rest string) string {
		took := d.clauseBelow(prose.Para{Text: head}, parasOf(rest)[0], segment{to: len(head), end: len(head)}, false)
		out := fmt.Sprint(took)
		for _, q := range d.Quotes {
			out += fmt.Sprintf(" %s %q %s", whose(Speaker{Name: q.Speaker, Title: q.Title, Org: q.Org, Ok: true}), q.Attribution, q.Style)
		}
		return out
	},
	"shortened": func(d *Copy, head, rest string) string {
		toks := prose.Tokens(head)
		plain, names, who := shortened(toks, toks, Speaker{Title: rest})
		return fmt.Sprintf("%d %d %s", len(plain), len(names), who.Title)
	},
	"noPerson":   func(d *Copy, head, rest string) string { return fmt.Sprint(noPerson(prose.Tokens(head), rest)) },
	"tradeAlone": func(d *Copy, head, rest string) string { return whose(d.tradeAlone(head, rest)) },
	"orgSpeaks":  func(d *Copy, head, rest string) string { return whose(d.organisation(head)) },
	"region": func(d *Copy, head, rest string) string {
		return fmt.Sprint(region.MatchString(head), inRegion.FindStringSubmatch(head))
	},
	"germanEnd": func(d *Copy, head, rest string) string { return fmt.Sprint(germanEnd(prose.Tokens(head), 0)) },
	"shortAnd":  func(d *Copy, head, rest string) string { return fmt.Sprint(shortAnd(prose.Tokens(head), 0)) },
	"article":   func(d *Copy, head, rest string) string { return fmt.Sprint(d.article(head)) },
	"alsoElse": func(d *Copy, head, rest string) string {
		toks := prose.Tokens(head)
		run := prose.CapitalRun(toks, 0)
		return fmt.Sprint(alsoElse(head, toks, run))
	},
}

func sure(who Speaker, ok bool) string {
	if !ok {
		return "no: " + whose(who)
	}
	return whose(who)
}

// Phrases that lie at the edge of what is taken for a name, an office and an organisation. Each line
// of the file says which reader is asked, in which language, and what stands before and behind a
// comma; the text that they are held against stands in the file too.
func TestPhrasesAtTheEdge(t *testing.T) {
	t.Parallel()
	expect.File(t, "edges-of-people.golden.txt", expect.Phrases(t, "testdata/edges-of-people.txt", readsPeople,
		func(reads func(d *Copy, head, rest string) string, lang string, text []string, head, rest string) string {
			return reads(copied(lang, text...), head, rest)
		}))
}
