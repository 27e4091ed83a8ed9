package heading

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// kind is what a word says of wanting mail; a word may say several.
type kind uint32

const (
	mailing  kind = 1 << iota // what is sent: newsletter
	contact                   // mail, and to write it
	done                      // written to, which may tell of the past
	touch                     // contact, which may be the person
	who                       // whom a heading speaks of
	permit                    // allowed, wanted, had
	want                      // somebody wants it
	get                       // to receive
	had                       // has, which may be that there is none
	be                        // to be written to
	grant                     // a permission of nothing that is named
	not                       // no
	without                   // without, which may be that there is none
	deny                      // refused
	left                      // unsubscribed
	stop                      // stop
	take                      // remove, from a list
	drop                      // remove
	list                      // a list of addresses
	unknown                   // it is not known, or not yet
	active                    // in use
	inactive                  // no longer there
	status                    // how somebody stands
	beside                    // of something else than mail, or of a part of it
	filler                    // what may stand with all that
)

var kinds = map[string]kind{
	"mailing": mailing, "contact": contact, "done": done, "want": want, "get": get, "had": had, "be": be, "drop": drop,
	"touch": touch, "who": who, "permit": permit, "grant": grant, "not": not, "without": without, "deny": deny,
	"left": left, "stop": stop, "take": take, "list": list, "unknown": unknown, "active": active, "inactive": inactive, "status": status,
	"beside": beside, "filler": filler,
}

//go:embed wishes.txt
var wishes string

// wishWords are the words of wishes.txt, and what each says.
var wishWords = sync.OnceValue(func() map[string]kind {
	out := make(map[string]kind)
	eachWord(wishes, func(name, word string) { out[strings.TrimSpace(word)] |= kinds[name] })
	for w, k := range out {
		if k&filler != 0 {
			out[w] &^= beside // it is so in one language only
		}
	}
	return out
})

// kindOf is what a word says; of one that is made of two, what both say.
func kindOf(word string) kind {
	words := wishWords()
	if k, ok := words[word]; ok {
		return k
	}
	const half = mailing | contact | touch | permit | deny | status
	for i := 4; i+3 <= len(word); i++ {
		first, second := words[word[:i]], words[strings.TrimPrefix(word[i:], "s")]
		if second == 0 {
			second = words[word[i:]]
		}
		if first&(mailing|contact|touch|who) != 0 && second&half != 0 {
			return (first | second) &^ filler
		}
	}
	return 0
}

// said is what the words of a text say.
type said struct {
	all   kind   // all that they say together
	words []kind // what each says
	count int    // of words that are none of numbers
}

func (s said) has(k kind) bool { return s.all&k != 0 }

// only tells whether each word says one of some kinds at least.
func (s said) only(k kind) bool {
	for _, w := range s.words {
		if w&(k|filler) == 0 {
			return false
		}
	}
	return true
}

// known tells whether each word says something that is known, and none that it is of
// something else, or not sure.
func (s said) known() bool {
	for _, w := range s.words {
		if w&^(beside|unknown) == 0 {
			return false
		}
	}
	return true
}

// either matches yes and no beside each other, which say that one of them is written below.
var yesOrNo = regexp.MustCompile(`\b(?:yes no|y n|ja nein|j n|oui non|o n|si no|s n|sim nao|ja nee)\b`)

// numbered matches what begins with a number of something: "No. of mailings".
var numbering = regexp.MustCompile(`(?i)(?:\bno\.|\bnr\.?\b|n[°º]|#|\bno of\b|\bnumber\b)`)

// read says what the words of a text say. asks tells whether yes or no is asked for in it.
func read(text string) (s said, asks bool) {
	line := strings.Join(tokens(text), " ")
	if yesOrNo.MatchString(line) {
		line, asks = yesOrNo.ReplaceAllString(line, ""), true
	}
	words := strings.Fields(line)
	for i, w := range words {
		k := kindOf(w)
		if w == "plus" && i+1 < len(words) && words[i+1] == "de" {
			k = not // "plus de mails"
		}
		if isNumber(w) {
			k = filler
		} else {
			s.count++
		}
		s.words = append(s.words, k)
		s.all |= k
	}
	if asks {
		s.all |= permit
	}
	return s, asks
}

func isNumber(w string) bool {
	return !strings.ContainsFunc(w, func(c rune) bool { return !unicode.IsDigit(c) })
}

// Plain is a text in small letters without accents and signs, with one space between words.
func Plain(text string) string { return strings.Join(tokens(text), " ") }

// noElided is "ne" before a vowel: "n'est".
var noElided = regexp.MustCompile(`\bn['’]`)

// elided are the words before an apostrophe, which is no letter of the word behind it.
var elided = regexp.MustCompile(`\b(?:l|j|m|t|s|c|qu|un|all|dell|nell)['’]`)

// tokens are the words of a text in small letters without accents; "e-mail" and "opt out"
// are one.
func tokens(text string) []string {
	text = elided.ReplaceAllString(strings.ToLower(text), " ")
	text = noElided.ReplaceAllString(text, "ne ")
	text = strings.NewReplacer("d'", "de ", "d’", "de ").Replace(text)
	var b strings.Builder
	for _, c := range norm.NFD.String(text) {
		switch {
		case unicode.Is(unicode.Mn, c):
		case c == 'ß':
			b.WriteString("ss")
		case unicode.IsLetter(c), unicode.IsDigit(c):
			b.WriteRune(c)
		case c == '\'' || c == '’':
		default:
			b.WriteByte(' ')
		}
	}
	var out []string
	for _, w := range strings.Fields(b.String()) {
		last := len(out) - 1
		switch {
		case last >= 0 && out[last] == "e" && strings.HasPrefix(w, "mail"):
			out[last] = "e" + w
		case last >= 0 && (w == "out" || w == "outs" || w == "in") && strings.HasPrefix(out[last], "opt"):
			out[last] = "opt" + w
		default:
			out = append(out, w)
		}
	}
	return out
}

// asked is what a heading means that no list of headings has, where it speaks of wanting
// mail or of how somebody stands; "" where it does not.
func asked(heading string) Field {
	if numbering.MatchString(heading) {
		return ""
	}
	s, _ := read(heading)
	about := s.has(mailing | contact | done | touch)
	switch {
	case s.count == 0 || s.count > 10 || s.has(beside):
		return ""
	case s.has(inactive) && s.only(inactive|touch|who|status) && !s.has(deny):
		return Inactive
	case s.has(active) && s.only(active|touch|who|status) && !s.has(status):
		return Active
	case s.has(status) && !s.has(grant) && s.count <= 4:
		return Status
	case (s.has(not|without|deny) || s.has(left) && s.known()) && about:
		return Left
	case s.has(deny|left) && s.only(deny|left|permit|grant|had|list) && s.count <= 4:
		return Left
	case s.has(drop) && s.only(drop|take|list):
		return Left
	case s.has(permit|status) && about:
		return Consent
	case s.has(mailing) && s.only(mailing|contact|permit|touch|who|list):
		return Consent
	case s.has(grant) && s.only(grant|permit|status|who):
		return Consent
	}
	return ""
}

// MayAsk tells whether a heading may ask whether somebody is to be mailed, where all its cells
// say yes or no; against tells whether yes is that they are not.
func MayAsk(heading string) (may, against bool) {
	s, _ := read(heading)
	about := s.has(mailing|contact|done|grant|deny|left|drop|get) || s.count == 1 && s.has(touch) && strings.HasSuffix(heading, "?")
	return s.count <= 10 && s.known() && !s.has(beside) && about,
		s.has(not | without | deny | left | drop)
}

// Shuns tells whether what stands above people, or is the name of what they stand in, says that
// none of them is to be mailed: "DO NOT MAIL", "Unsubscribed 2026".
func Shuns(title string) bool {
	if len(title) > 80 || counted.MatchString(strings.ToLower(title)) {
		return false
	}
	s, asks := read(strings.ReplaceAll(title, "_", " "))
	const beside = who | mailing | contact | done | touch | permit | list | be | status
	switch {
	case asks || s.has(without) || s.has(active|grant):
		return false
	case s.has(left), s.has(deny):
		return s.only(left|deny|beside) && !s.has(not)
	}
	return s.refuses() && s.count > 1
}

// clause is where a text is divided into what can be said by itself.
var clause = regexp.MustCompile(`[.;!|\n()/]+|,| [–—-] |: `)

// Refuses tells whether a text that people write as they like says, in one of its sentences
// and nothing beside, that somebody wants no mail: "Met in Lisbon. Please do not email."
func Refuses(text string) bool {
	if Says(text) {
		return true
	}
	if len(text) > 1000 || !triggered(text) {
		return false
	}
	for _, part := range clause.Split(told.ReplaceAllString(text, ""), -1) {
		if !triggered(part) {
			continue
		}
		if s, _ := read(part); s.refuses() && !supposed.MatchString(part) || s.known() && off.MatchString(part) {
			return true
		}
	}
	return false
}

// told matches how somebody said something; supposed what is only thought of them, or may tell
// that nobody has written to them; off that they are off a list.
var (
	told = regexp.MustCompile(`(?i) (?:(?:by|on the|over the|via|per|par|por|am) ` +
		`(?:tele)?(?:phone|fon|foon|téléphone|teléfono|telefone|telefono|telefon)|telefonisch|tel\.)`)
	supposed = regexp.MustCompile(`(?i)\bmay not (?:want|wish|like)\b` +
		`|^\W*(?:no|keine?n?|pas de|geen|sin|nessun) (?:contact|kontakt|contacto|contatto|contato)\W*$`)
	off = regexp.MustCompile(`(?i)\boff (?:the |our |your |this )?(?:mailing |press )?list\b` +
		`|\baus (?:dem |unserem |ihrem )?\w*verteiler\b`)
)

func (s said) refuses() bool {
	if !s.known() || s.count == 0 {
		return false
	}
	no, about := s.has(not), s.has(contact|mailing|touch)
	switch {
	case s.has(stop):
		return about && !no
	case s.has(left), s.has(take|drop) && s.has(list), s.has(drop) && s.count > 1 && s.only(drop|want|permit|be):
		return !no
	case s.has(deny):
		return about && !no
	case s.has(get), s.has(had) && !s.has(be):
		return no && s.has(want) // whoever did not get a mail may want it
	case s.has(done):
		return no && s.has(be|want)
	}
	return no && about
}

// Doubtful tells whether a text that people write as they like may say that somebody wants no
// mail, or is no longer there, so that somebody has to look.
func Doubtful(text string) bool {
	if len(text) > 5000 {
		return false
	}
	low, may := strings.ToLower(text), triggered(text)
	if Leaving(text) || (may || slices.ContainsFunc(goneStems, func(stem string) bool { return strings.Contains(low, stem) })) &&
		gone.MatchString(low) {
		return true
	}
	if !may {
		return false
	}
	for _, part := range clause.Split(text, -1) {
		if triggered(part) {
			if s, _ := read(part); s.mayRefuse() {
				return true
			}
		}
	}
	return false
}

func (s said) mayRefuse() bool {
	return s.has(not|without|deny|stop) && s.has(contact|mailing) || s.has(take|drop) && s.has(list) ||
		s.has(deny) && s.known() && s.count <= 4
}

// gone matches what says that somebody is no longer where they were, or does not care.
var gone = regexp.MustCompile(`\bretired\b|\bno longer (?:works?|at|with|there|here|employed)` +
	`|\bleft the (?:paper|company|title|outlet|magazine|station|job)|\bnot interested|\bim ruhestand` +
	`|\bnicht mehr (?:dort|da|bei|tätig|beschäftigt)|\bkein interesse|(?:^|[ ,;.])à la retraite|\bplus en poste` +
	`|\bn.y travaille plus|\bpas intéressé|\bjubilad[oa]|\bya no trabaja|\bno le interesa|\bin pensione|\bnon lavora più` +
	`|\bnon interessat|\bmet pensioen|\bwerkt (?:er|daar|hier) niet meer|\bgeen interesse|\baposentad|\bnão trabalha mais` +
	`|\bnão interessad`)

// goneStems stand in what gone matches where there is no word of no in it.
var goneStems = strings.Split("retir,left the,ruhestand,retraite,jubilad,pensio,aposentad", ",")

// Denied tells whether a cell of a column that asks for a permission says no; Open whether it
// says that nobody knows, or says no to a part of it.
func Denied(cell string) bool {
	if Open(cell) {
		return false
	}
	for _, part := range clause.Split(cell, -1) {
		if s, _ := read(part); s.known() && s.has(not|deny|left|stop) {
			return true
		}
	}
	return false
}

// Open tells whether a cell says neither yes nor no.
func Open(cell string) bool {
	switch strings.Trim(fold(cell), "0123456789") {
	case "na", "nv", "ka", "kanv", "tbc", "tbd", "tba", "nb":
		return true
	case "":
		return strings.Contains(cell, "?")
	}
	if waits.MatchString(cell) {
		return true
	}
	s, _ := read(cell)
	return s.has(unknown) && !s.has(mailing|contact) && !slices.Contains(s.words, 0)
}

// waits matches what is still to be done about it.
var waits = regexp.MustCompile(`(?i)\bto be (?:confirmed|checked|asked|verified)\b`)

// Partly tells whether a cell says no to something, and it is not plain to what.
func Partly(cell string) bool {
	s, _ := read(cell)
	return s.has(not | deny | without)
}

// departed matches what a status says of whoever has another place of work, or none.
var departed = regexp.MustCompile(`\b(?:left|leaving|quit)(?: (?:the|this|that|his|her|their))? ` +
	`(?:paper|newspaper|company|title|outlet|publication|magazine|station|media|job|post|position|organi[sz]ation|industry|journalism)\b` +
	`|\bno longer (?:works?|working|at|with|there|here|employed)\b|\b(?:moved|changed|switched) (?:jobs?|outlets?|employers?)\b` +
	`|\bnicht mehr (?:dort|da\b|bei|im haus|tätig|beschäftigt)|\bim ruhestand|\bplus en poste|\bn.y travaille plus|\ba quitté\b` +
	`|\ba changé de` +
	`|\bya no (?:trabaja|está)|\bdejó el medio|\bnon lavora più|\bin pensione|\bwerkt (?:er|daar|hier) niet meer|\bmet pensioen` +
	`|\b(?:não|já não) trabalha`)

// Rests tells whether a status says that somebody is no longer there.
func Rests(cell string) bool {
	if departed.MatchString(strings.ToLower(cell)) {
		return true
	}
	s, _ := read(cell)
	if s.count == 0 || s.count > 5 || !s.only(inactive|active|not|touch|who|status) {
		return false
	}
	return s.has(inactive) && !s.has(not) || s.has(active) && !s.has(inactive) && s.has(not)
}

// Works tells whether a cell says that somebody is on a list, or in use.
func Works(cell string) bool {
	s, _ := read(cell)
	return s.count < 4 && s.only(active|grant) && s.has(active|grant)
}

// triggers are the first letters of words one of which stands in whatever Refuses or Doubtful
// speak of.
var triggers = sync.OnceValue(func() map[[3]byte]bool {
	out := map[[3]byte]bool{first("plus"): true}
	for w, k := range wishWords() {
		if k&(not|without|deny|left|stop|take|drop|list) != 0 {
			out[first(w)] = true
		}
	}
	return out
})

func first(w string) (out [3]byte) {
	copy(out[:], w)
	return out
}

// triggered tells, without looking at words whole, whether a text may speak of that: most do not.
func triggered(text string) bool {
	known := triggers()
	for i := 0; i < len(text); i++ {
		if i > 0 && letter(text[i-1]) || !letter(text[i]) {
			continue
		}
		var w [3]byte
		for n := 0; n < 3 && i+n < len(text) && letter(text[i+n]); n++ {
			if text[i+n] >= 0x80 {
				return true
			}
			w[n] = text[i+n] | 0x20
		}
		if known[w] {
			return true
		}
	}
	return false
}

func letter(c byte) bool { return c >= 0x80 || c|0x20 >= 'a' && c|0x20 <= 'z' }
