package attribution

import (
	"slices"
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// capitalPhrase are the words of such a phrase, a comma as a word of its own.
type capitalPhrase []string

// capitalWords divides a phrase.
func capitalWords(phrase string) (out capitalPhrase) {
	for _, w := range strings.Fields(phrase) {
		bare, comma := strings.CutSuffix(w, ",")
		if out = append(out, bare); comma {
			out = append(out, ",")
		}
	}
	return out
}

func (p capitalPhrase) String() string { return strings.ReplaceAll(strings.Join(p, " "), " ,", ",") }

// withoutThe leaves an article out.
func (p capitalPhrase) withoutThe() capitalPhrase {
	if len(p) > 0 && (strings.EqualFold(p[0], "the") || p[0] == "a" || p[0] == "an") {
		return p[1:]
	}
	return p
}

// officeEnds are the places at which an office that begins with the first word may end, ascending.
func (p capitalPhrase) officeEnds() []int {
	var ends []int
	for at := range p.simpleOffices() {
		ends = append(ends, p.goOn(at, 0)...)
	}
	slices.Sort(ends)
	return slices.Compact(ends)
}

// simpleOffices are the ends of one office: "Senior Product Manager", "Chief People Officer".
func (p capitalPhrase) simpleOffices() map[int]bool {
	ends := map[int]bool{}
	for i, w := range p {
		chief := slices.ContainsFunc(p[:i], func(w string) bool { return w == "Chief" || w == "Co-Chief" })
		switch word := strings.ToLower(w); {
		case i > 6 || !prose.StartsUpper(w):
			return ends
		case w == "Chief", w == "Co-Chief":
		case officeHead[word], officeLetters.MatchString(w), prose.TwoInOne(word), chief && (word == "executive" || word == "of"):
			ends[i+1] = true
			if i+1 < len(p) && p[i+1] == "General" {
				ends[i+2] = true
			}
			if officeLetters.MatchString(w) || !officeQualifier[word] && !isOver(word) && !chief {
				return ends
			}
		case officeQualifier[word], isOver(word), chief:
		default:
			return ends
		}
	}
	return ends
}

// goOn are the ends of an office that goes on behind an end of one: with its letters in brackets, what it is over, or a second one.
func (p capitalPhrase) goOn(at, deep int) []int {
	ends := []int{at}
	if at >= len(p) || deep > 3 {
		return ends
	}
	next := p[at:]
	if lettersInBrackets.MatchString(next[0]) {
		ends = append(ends, p.goOn(at+1, deep+1)...)
	}
	switch next[0] {
	case "and", "&", "/", ",":
		for more := range next[1:].withoutThe().simpleOffices() {
			skipped := len(next[1:]) - len(next[1:].withoutThe())
			ends = append(ends, p.goOn(at+1+skipped+more, deep+1)...)
		}
	}
	switch next[0] {
	case "of", "for", ",", "–", "-":
		if over := next[1:].fields(); over > 0 {
			for n := 1; n <= over; n++ {
				if last := next[n]; last != "," && last != "and" && last != "&" && last != "of" {
					ends = append(ends, p.goOn(at+1+n, deep+1)...)
				}
			}
		}
	}
	return ends
}

// fields is how many words at the beginning are what an office is over: "Policy and Public Affairs", "the Board of Directors".
func (p capitalPhrase) fields() int {
	for _, board := range boardNames {
		if words := strings.Fields(board); len(p) >= len(words) && slices.Equal(p[:len(words)], words) {
			return len(words)
		}
	}
	n := 0
	for i, w := range p {
		word := strings.ToLower(w)
		switch {
		case (isOver(word) || officeQualifier[word]) && prose.StartsUpper(w):
			n = i + 1
		case i > 0 && i == n && (w == "and" || w == "&" || w == "," || w == "of"):
			if i+1 < len(p) && isOver(strings.ToLower(p[i+1])) {
				n = i + 1
				continue
			}
			return n
		default:
			return n
		}
	}
	return n
}

// boardNames are what somebody chairs.
var boardNames = []string{
	"the Board of Directors", "the Board of Trustees", "the Board of Governors", "the Board", "Board of Directors",
}

// isOver tells a word of what an office is over.
func isOver(word string) bool {
	joins := word == "of" || word == "and" || word == "&"
	return officeField[word] || prose.Departments[word] || fieldsOfWork[word] || fieldWords[word] && !joins
}

// hasRank tells a word that begins an office, and stands in no body's name.
func (p capitalPhrase) hasRank() bool {
	return slices.ContainsFunc(p, func(w string) bool { return startsOffice.MatchString(w) })
}

var startsOffice = pattern.New(`^(?:(?:Co-)?Chief|Vice|Senior|Deputy|Interim|Acting|Managing|Executive)$`)

// fieldBeforeRank tells an office that begins with what it is over, and has its rank behind that: "Services Vice President" is no
// office, and its first word the last one of a body.
func (p capitalPhrase) fieldBeforeRank() bool {
	for i, w := range p {
		word := strings.ToLower(w)
		if i > 0 && officeQualifier[word] && isOver(strings.ToLower(p[i-1])) && !officeQualifier[strings.ToLower(p[i-1])] {
			return true
		}
		if i > 0 && chiefLetters.MatchString(w) && !officeQualifier[strings.ToLower(p[i-1])] {
			return true
		}
		if officeHead[word] {
			return false
		}
	}
	return false
}

// chiefLetters is the head of a firm, who is over no field.
var chiefLetters = pattern.New(`^(?:CEO|COO|CFO)$`)

// goesOnBehindNoun tells a body that goes on behind its noun with what is no part of it, perhaps: "Lantern Club Resist".
func (p capitalPhrase) goesOnBehindNoun() bool {
	last := trimPossessive(p[len(p)-1])
	if prose.IsOrganisation(last) {
		return false
	}
	for i, w := range p[:len(p)-1] {
		if i > 0 && prose.IsOrganisation(w) && prose.StartsUpper(p[i+1]) && w == trimPossessive(w) {
			return true
		}
	}
	return false
}

// onlyFields tells words that are what an office is over, and no body: "Parks & Recreation".
func onlyFields(p capitalPhrase) bool {
	return !slices.ContainsFunc(p, func(w string) bool {
		word := strings.ToLower(w)
		return !isOver(word) && !officeQualifier[word] && word != "and" && word != "&" && word != "," && word != "of"
	})
}

var (
	lettersInBrackets = pattern.New(`^\(\p{Lu}{2,5}\)$`)

	// officeHead are the nouns of offices in firms and other bodies, officeQualifier what stands before them, and officeField what
	// they are over.
	officeHead = prose.WordSet(`president vice-president director chair chairman chairwoman chairperson co-chair officer
		manager head secretary treasurer founder co-founder cofounder co-owner owner partner principal professor lecturer dean
		provost vice-chancellor rector engineer scientist architect analyst economist coordinator curator coach spokesperson
		spokesman spokeswoman advisor adviser consultant counsel trustee lead leader fellow researcher specialist strategist
		editor producer superintendent administrator controller developer designer librarian archivist conductor choreographer
		evangelist executive associate technologist statistician organizer organiser planner`)
	officeQualifier = prose.WordSet(`global group senior executive vice deputy interim acting assistant associate managing
		general regional national country area international founding principal lead corporate first adjunct emeritus honorary
		visiting distinguished chief`)
	officeField = prose.WordSet(`works recreation relations financial hr information partnership brand success experience
		revenue press program programme project projects engagement environment conservation sciences scientific collections
		photography fundraising campaign governmental investor supply chain manufacturing production quality editorial events
		ecosystem cloud ai solutions services risk audit alliances channel channels enterprise europe emea apac americas asia
		africa north south east west northern southern eastern western america medical commercial operating artistic creative
		musical sporting athletic oceanography politics political marine neuroscience art arts studies contracts grants giving
		philanthropy volunteer volunteers outreach transformation change architectural analytics insights retail wholesale trade
		trading investment investments treasury tax estate property facilities maintenance fleet transport museum library board
		clients account accounts regional executive advisory recruitment training support care patient member student students
		faculty academic alumni housing water nature wildlife farming food fisheries culture cultural heritage sport sports youth
		children family families women veterans rights justice foreign european`)

	// mayBeginOffice are nouns of bodies with which an office begins as well: "Group Chairman", "Museum Director".
	mayBeginOffice = prose.WordSet(`group museum library board`)
	// neverEndsBody begins an office alone.
	neverEndsBody = prose.WordSet(`project campaign staff client program programme city county town village state district borough parish
		township municipal`)
	// degreeAlone is one that somebody has.
	degreeAlone = pattern.New(`^(?:Ph\.?D|M\.?D|MPH|MBA|MSc|BSc|MA|MS|JD|RN|FACS|MSN|DO|DDS|CPA|Esq)\.?$`)
)
