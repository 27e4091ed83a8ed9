package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Where nothing else says who issues a release in German, Dutch or a Nordic language, its headline may begin with them, a
// line below may name who answers for it, or its first sentence at what school something was found.

// answersForIt is the line of who answers for a release by German law.
var answersForIt = pattern.New(`(?m)^\W*V\.?\s?i\.?\s?S\.?\s?d\.?\s?P\.?:?\s+(\p{Lu}[^\n,(]{3,80})`)

// responsible is the organisation on such a line.
func (d *Copy) responsible() string {
	m := answersForIt.FindStringSubmatch(d.Source)
	if m == nil {
		return ""
	}
	name := strings.Trim(m[1], " .*_")
	if org, ok := d.OrgRun(name); !ok || org != name || !prose.IsOrganisation(org) {
		return ""
	}
	return name
}

var (
	// headlineActs is a headline in which somebody named at its beginning does something.
	headlineActs = pattern.New(`^(?:(?:Der|Die|Das|De|Het) )?` + toldName + `(?: (\p{Ll}+)|:)`)
	// clubFirst begins the names of clubs and hospitals in initials.
	clubFirst = pattern.New(`^(?:FC|SC|SV|SG|TV|VfL|VfB|TSV|TuS|AZ|UZ|UMC|KV|KSV|IF|IFK|FK|BK|VV|HC) \p{Lu}`)
	// joinsAnother joins the name of another.
	joinsAnother = prose.WordSet("und en och og mit met med samt von van av af der des")
)

// nordicKind is what an organisation is, with its article, before the name: "Virksomheden Tidewerk".
var nordicKind = pattern.New(`^\p{L}*(?i:virksomheden|selskabet|koncernen|bolaget|företaget|selskapet|bedriften|konsernet|kæden|` +
	`kedjan|kjeden) `)

// heads is whom the headline has at its beginning, of an organisation that the first paragraph names too.
func (d *Copy) heads() string {
	if !d.tellsBeside() {
		return ""
	}
	m := headlineActs.FindStringSubmatch(d.Headline.Text)
	if m == nil || joinsAnother[m[2]] {
		return ""
	}
	name := m[1]
	first := prose.FirstWord(name)
	if !strings.Contains(name, " ") || d.IsTitle(first) || !prose.WordIn(d.firstCopy(), name) || nobodyIssues.MatchString(name) {
		return ""
	}
	if !prose.IsOrganisation(name) && !clubFirst.MatchString(name) && !spelledAsFirm.MatchString(name) && !prose.Lettered.MatchString(name) {
		return ""
	}
	return name
}

// nobodyIssues is a body of which others tell in their releases.
var nobodyIssues = pattern.New(`(?i)^(?:\p{L}*gericht|rechtbank|tingrätt\p{L}*|polizei|politie|bundestag|regierung)(?: |$)`)

var (
	// ofSchool begins a release with those of a school who have found something, by the language.
	ofSchool = map[string]*pattern.Pattern{
		"de": pattern.New(`(?:[Tt]eam|[Aa]rbeitsgruppe|Forschende[nr]?|\p{L}+(?:innen|er|en)) (?:um [^,.]+ )?` +
			`((?:an )?der|des|am|von der|vom) (\p{Lu}[^.:;]*)`),
		"nl": pattern.New(`^(?:Onderzoekers|Wetenschappers|Artsen|Een (?:\p{Ll}+ )?team|Studenten) van ((?:de|het) )?(\p{Lu}[^.:;]*)`),
		"sv": pattern.New(`^(?:Forskare|Studenter|Ett (?:\p{Ll}+ )?team) (vid|från|på) (\p{Lu}[^.:;]*)`),
		"da": pattern.New(`^(?:Forskere|Studerende|Et (?:\p{Ll}+ )?hold) (ved|fra|på) (\p{Lu}[^.:;]*)`),
		"nb": pattern.New(`^(?:Forskere|Studenter|Et (?:\p{Ll}+ )?team) (ved|fra|på) (\p{Lu}[^.:;]*)`),
	}
	// andSchool joins the name of another school to one.
	andSchool = pattern.New(` (?:und|en|och|og) (?:(?:der|des|de|het) )?(?:\p{Lu}\p{Ll}+ )?(?:Universit|Hochschule|TU|Hogeschool|` +
		`\p{L}*-?Institut)`)
	// schoolName is what such a school is called.
	schoolName = pattern.New(`^(?:(?:Technischen?|Medizinischen?|Freien?) )?(?:Universität|Hochschule|Universitätsklinikum|TU|UMC|` +
		`Universiteit|Universitetet|Hogeschool|Høgskolen|Högskolan)|(?:[Uu]niversitet|[Hh]ögskola)$`)
)

// schoolFound is the only one in the first sentence.
func (d *Copy) schoolFound() string {
	re := ofSchool[d.Base()]
	if re == nil {
		return ""
	}
	sentence := prose.FirstSentence(d.firstCopy(), d.Cat)
	m := re.FindStringSubmatch(sentence)
	if m == nil {
		return ""
	}
	org, _ := d.OrgRun(m[2])
	rest := strings.TrimSpace(strings.TrimPrefix(m[2], org))
	if andSchool.MatchString(org) || !schoolName.MatchString(org) || joinsAnother[prose.FirstWord(rest)] {
		return ""
	}
	if d.german() {
		org = d.nominative(prose.LastWord(m[1]), org)
	}
	if org == release.Unknown {
		return ""
	}
	return org
}
