package importer

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// copied is a draft in a language with a text of which phrases are held against.
func copied(lang string, text ...string) *draft {
	d := drafted(lang)
	d.headline = para{text: "Ropewalk opens its doors to schools", level: 1}
	d.dateline = para{text: "MARLOW, Mass. —"}
	for _, t := range text {
		d.body = append(d.body, para{text: t})
	}
	d.contacts = []contact{{name: "Dana Whitlock", org: "Quayside", email: "dana@quayside.example"}}
	d.letterhead = []string{"Lamplight"}
	d.known = []speaker{
		{name: "Tom Reed", ok: true},
		{name: "Mia Reed", ok: true},
		{name: "Rosa Farrell", title: "keeper", org: "Quayside", ok: true},
	}
	d.boilerplate = []para{{text: "About Tidewell"}, {text: "Tidewell makes rope."}}
	return d
}

// readsPeople are the readers of phrases that name somebody: each takes what stands before a comma
// and what stands behind it.
var readsPeople = map[string]func(d *draft, head, rest string) string{
	"titleThenName":  func(d *draft, head, rest string) string { return whose(d.titleThenName(head, rest)) },
	"officeThenName": func(d *draft, head, rest string) string { return whose(d.officeThenName(head, rest)) },
	"fieldThenName":  func(d *draft, head, rest string) string { return whose(d.fieldThenName(head, rest)) },
	"officeBefore":   func(d *draft, head, rest string) string { return whose(d.officeBefore(head, rest)) },
	"firstNamed":     func(d *draft, head, rest string) string { return whose(d.firstNamed(head, rest)) },
	"afterTrade":     func(d *draft, head, rest string) string { return whose(d.afterTrade(head, rest)) },
	"owned":          func(d *draft, head, rest string) string { return whose(d.owned(head, rest)) },
	"nameLast":       func(d *draft, head, rest string) string { return sure(d.nameLast(head)) },
	"former":         func(d *draft, head, rest string) string { return sure(d.former(head)) },
	"inFront":        func(d *draft, head, rest string) string { return sure(d.inFront(head)) },
	"theirs":         func(d *draft, head, rest string) string { return sure(d.ofThemBefore(head)) },
	"toWhom": func(d *draft, head, rest string) string {
		words := strings.Trim(rest, "“”")
		from, who, ok := d.saidToWhom(head, words, "")
		return fmt.Sprint(from, " ", sure(who, ok))
	},
	"ours":         func(d *draft, head, rest string) string { return sure(d.ours(head)) },
	"joinedOffice": func(d *draft, head, rest string) string { return sure(d.joinedOffice(head)) },
	"behindVon":    func(d *draft, head, rest string) string { return sure(d.behindVon(head)) },
	"inCapitals":   func(d *draft, head, rest string) string { return sure(d.inCapitals(head)) },
	"nameAlone":    func(d *draft, head, rest string) string { return sure(d.nameAlone(head)) },
	"withInitials": func(d *draft, head, rest string) string {
		return whose(d.withInitials(speaker{name: head, org: rest, ok: true}))
	},
	"ofIssuer": func(d *draft, head, rest string) string {
		return whose(d.ofIssuer(speaker{name: "Ana Ruiz", title: head, ok: true}, head+" Ana Ruiz"))
	},
	"doubt": func(d *draft, head, rest string) string {
		title, org, _ := strings.Cut(rest, "|")
		return whose(d.doubt(speaker{name: "Ana Ruiz", title: title, org: org, ok: true}, head))
	},
	"initialed": func(d *draft, head, rest string) string { return fmt.Sprint(d.initialed(head)) },
	"bracketed": func(d *draft, head, rest string) string { return fmt.Sprint(d.bracketed(head)) },
	"ofPart":    func(d *draft, head, rest string) string { return fmt.Sprint(d.ofPart(head)) },
	"led":       func(d *draft, head, rest string) string { return d.led(head) },
	"hailsFrom": func(d *draft, head, rest string) string {
		return fmt.Sprint(hailsFrom(speaker{title: "fisher", org: rest}, head))
	},
	"leadsOnTo":     func(d *draft, head, rest string) string { return fmt.Sprint(d.leadsOnTo(head)) },
	"shortBehalf":   func(d *draft, head, rest string) string { return d.shortBehalf(head) },
	"bareName":      func(d *draft, head, rest string) string { return bareName(head) },
	"withoutComma":  func(d *draft, head, rest string) string { return withoutComma(head) },
	"withComma":     func(d *draft, head, rest string) string { return withComma(head, rest) },
	"firstOf":       func(d *draft, head, rest string) string { return firstOfSeveral(head) },
	"nominative":    func(d *draft, head, rest string) string { return d.nominative(head, rest) },
	"articleOf":     func(d *draft, head, rest string) string { return articleOf(head, rest) },
	"officeLine":    func(d *draft, head, rest string) string { return fmt.Sprint(officeLine(head)) },
	"hangs":         func(d *draft, head, rest string) string { return fmt.Sprint(hangs(head, rest)) },
	"called":        func(d *draft, head, rest string) string { return fmt.Sprint(called(strings.Fields(head), rest)) },
	"withoutAdverb": func(d *draft, head, rest string) string { return d.withoutAdverbs(head) },
	"digitsOnly":    func(d *draft, head, rest string) string { return fmt.Sprint(digitsOnly(head)) },
	"numbered":      func(d *draft, head, rest string) string { return fmt.Sprint(numbered(tokens(head), 0)) },
	"isPlace":       func(d *draft, head, rest string) string { return fmt.Sprint(d.isPlace(head)) },
	"knownOrg":      func(d *draft, head, rest string) string { return fmt.Sprint(d.knownOrg(head)) },
	"actsAsOrg":     func(d *draft, head, rest string) string { return fmt.Sprint(d.actsAsOrg(head)) },
	"namedTwice":    func(d *draft, head, rest string) string { return fmt.Sprint(d.namedTwice(head)) },
	"has":           func(d *draft, head, rest string) string { return fmt.Sprint(d.has(head)) },
	"wholeOffice": func(d *draft, head, rest string) string {
		title, org, _ := strings.Cut(rest, "|")
		return wholeOffice(head, title, org)
	},
	"whatItIs": func(d *draft, head, rest string) string {
		org, initials := d.saysWhatItIs(head + rest)
		return fmt.Sprintf("%q %q", org, initials)
	},
	"atEvent":     func(d *draft, head, rest string) string { return fmt.Sprint(atEvent(head, rest)) },
	"labOf":       func(d *draft, head, rest string) string { return fmt.Sprint(labOf(head, rest)) },
	"ministry":    func(d *draft, head, rest string) string { return d.ministry(head, rest) },
	"signature":   func(d *draft, head, rest string) string { return fmt.Sprint(looksLikeSignature(head)) },
	"trimLetters": func(d *draft, head, rest string) string { return trimLetters(head) },
	"ofAThird":    func(d *draft, head, rest string) string { return fmt.Sprint(d.ofAThird(head)) },
	"said":        func(d *draft, head, rest string) string { return sure(d.said(head)) },
	"subject":     func(d *draft, head, rest string) string { return whose(d.subject(head)) },
	"before": func(d *draft, head, rest string) string {
		from, who, ok := d.clauseBefore(head)
		return fmt.Sprintf("%d %s", from, sure(who, ok))
	},
	"after": func(d *draft, head, rest string) string {
		c, ok := d.clauseAfter(head, rest == "last")
		return fmt.Sprintf("%v %s", ok, expect.Given(c))
	},
	"officeAlone":    func(d *draft, head, rest string) string { return fmt.Sprint(officeAlone(tokens(head))) },
	"isTitle":        func(d *draft, head, rest string) string { return fmt.Sprint(d.isTitle(head)) },
	"isOrganisation": func(d *draft, head, rest string) string { return fmt.Sprint(isOrganisation(head)) },
	"firm":           func(d *draft, head, rest string) string { return fmt.Sprint(firm(head)) },
	"looksLikeName":  func(d *draft, head, rest string) string { return fmt.Sprint(looksLikeName(head)) },
	"address":        func(d *draft, head, rest string) string { return address(head) },
	"cleanPart":      func(d *draft, head, rest string) string { return cleanPart(head) },
	"contactParts":   func(d *draft, head, rest string) string { return fmt.Sprintf("%q", contactParts(head)) },
	"forWhom":        func(d *draft, head, rest string) string { return forWhom(head) },
	"pageAlone":      func(d *draft, head, rest string) string { return fmt.Sprint(pageAlone(head)) },
	"fieldLink":      func(d *draft, head, rest string) string { return fieldLink(head) },
	"mayBeTimed": func(d *draft, head, rest string) string {
		return fmt.Sprint(mayBeTimed(para{text: head}), isTimeLine(head))
	},
	"signedBy":   func(d *draft, head, rest string) string { return fmt.Sprint(d.signedBy(head)) },
	"surname":    func(d *draft, head, rest string) string { return sure(d.bySurname(head)) },
	"likeAName":  func(d *draft, head, rest string) string { return fmt.Sprint(likeAName(head)) },
	"isDateLine": func(d *draft, head, rest string) string { return fmt.Sprint(isDateLine(head, d.lang)) },
	"style": func(d *draft, head, rest string) string {
		w := &wordReader{names: map[string]string{"known": "heading 2"}}
		w.style(head)
		return expect.Given(w.st)
	},
	"linked": func(d *draft, head, rest string) string {
		return linkedReach(para{text: "Ask " + head + " of us", marks: []mark{{from: 4, to: 4 + len(head), href: rest}}})
	},
	"below": func(d *draft, head, rest string) string {
		took := d.clauseBelow(para{text: head}, parasOf(rest)[0], segment{to: len(head), end: len(head)}, false)
		out := fmt.Sprint(took)
		for _, q := range d.quotes {
			out += fmt.Sprintf(" %s %q %s", whose(speaker{name: q.Speaker, title: q.Title, org: q.Org, ok: true}), q.Attribution, q.Style)
		}
		return out
	},
	"shortened": func(d *draft, head, rest string) string {
		toks := tokens(head)
		plain, names, who := shortened(toks, toks, speaker{title: rest})
		return fmt.Sprintf("%d %d %s", len(plain), len(names), who.title)
	},
	"noPerson":    func(d *draft, head, rest string) string { return fmt.Sprint(noPerson(tokens(head), rest)) },
	"officeFirst": func(d *draft, head, rest string) string { return d.officeFirst(head + rest) },
	"tradeAlone":  func(d *draft, head, rest string) string { return whose(d.tradeAlone(head, rest)) },
	"orgSpeaks":   func(d *draft, head, rest string) string { return whose(d.organisation(head)) },
	"region": func(d *draft, head, rest string) string {
		return fmt.Sprint(region.MatchString(head), inRegion.FindStringSubmatch(head))
	},
	"germanEnd": func(d *draft, head, rest string) string { return fmt.Sprint(germanEnd(tokens(head), 0)) },
	"shortAnd":  func(d *draft, head, rest string) string { return fmt.Sprint(shortAnd(tokens(head), 0)) },
	"article":   func(d *draft, head, rest string) string { return fmt.Sprint(d.article(head)) },
	"alsoElse": func(d *draft, head, rest string) string {
		toks := tokens(head)
		run := capitalRun(toks, 0)
		return fmt.Sprint(alsoElse(head, toks, run))
	},
}

func sure(who speaker, ok bool) string {
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
	sections := readSections(t, "testdata/edges-of-people.txt")
	text := strings.Split(sections["text"], "\n\n")
	var b strings.Builder
	asked := make(map[string]bool)
	for line := range strings.Lines(sections["phrases"]) {
		if line = strings.TrimSuffix(line, "\n"); line == "" {
			continue
		}
		f := strings.Split(line, " ~ ")
		of, lang, _ := strings.Cut(f[0], " ")
		if lang == "" {
			lang = "en"
		}
		rest := ""
		if len(f) > 2 {
			rest = f[2]
		}
		reader := readsPeople[of]
		if reader == nil {
			t.Fatalf("nobody reads %q", line)
		}
		asked[of] = true
		fmt.Fprintf(&b, "%s\n\t%s\n", line, strings.ReplaceAll(reader(copied(lang, text...), f[1], rest), "\n", "⏎"))
	}
	for of := range readsPeople {
		if !asked[of] {
			t.Errorf("%s is asked nothing", of)
		}
	}
	expect.File(t, "edges-of-people.golden.txt", b.String())
}

// readSections are the parts of a file below lines that begin with "=== ".
func readSections(t *testing.T, file string) map[string]string {
	t.Helper()
	out := make(map[string]string)
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range strings.Split("\n"+string(data), "\n=== ")[1:] {
		name, text, _ := strings.Cut(part, "\n")
		out[name] = strings.TrimSuffix(text, "\n")
	}
	return out
}
