// Package heading knows what the columns of press lists are called elsewhere: in
// press databases, address books, mailing programs, and by people in seven
// languages.
//
// Of says what a heading means; it never looks at the rows.
package heading

import (
	_ "embed"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Field is what a column holds.
type Field string

// Fields that a press list has under the same name, and what can be made of others.
const (
	Email       Field = "email"
	Name        Field = "name"
	FirstName   Field = "first name"
	MiddleName  Field = "middle name"
	LastName    Field = "last name"
	Outlet      Field = "outlet"
	Beats       Field = "beats"
	Region      Field = "region"
	Language    Field = "language"
	Timezone    Field = "timezone"
	Embargo     Field = "embargo"
	Format      Field = "format"
	Attachments Field = "attachments"
	Priority    Field = "priority"
	Source      Field = "source"
	Tags        Field = "tags"
	Basis       Field = "basis"         // the ground on which somebody is kept
	Added       Field = "added"         // since when
	FurtherMail Field = "further email" // a second address of the same person
	Title       Field = "title"
	Phone       Field = "phone"
	Mobile      Field = "mobile"
	Twitter     Field = "twitter"
	City        Field = "city"
	Country     Field = "country"
	Department  Field = "department"
	Notes       Field = "notes"
	Website     Field = "website"
	Salutation  Field = "salutation"
	Left        Field = "left"       // who wants no mail, where that is so
	Subscribed  Field = "subscribed" // who wants mail, where that is so
	Status      Field = "status"     // whether somebody wants mail, in a word
	Consent     Field = "consent"    // whether somebody has said yes to being kept, and how
	Active      Field = "active"     // who is in use, where that is so
	Inactive    Field = "inactive"   // who no longer is, where that is so
	Ignored     Field = "ignored"
)

// Column is the column of a press list that a field's values belong in; "" where
// they have no meaning there.
func (f Field) Column() string {
	switch f {
	case FirstName, MiddleName, LastName:
		return string(Name)
	case Email, Name, Outlet, Beats, Region, Language, Timezone, Embargo, Format, Attachments, Priority, Source, Tags, Basis, Added:
		return string(f)
	}
	return ""
}

// Bars tells whether a column of the field says whom not to mail, and nothing else: it is not
// taken over into a press list.
func (f Field) Bars() bool { return f == Left || f == Subscribed || f == Active || f == Inactive }

//go:embed headings.txt
var headings string

var vocabulary = sync.OnceValue(func() map[string]Field {
	known := make(map[string]Field)
	eachWord(headings, func(field, name string) { known[fold(name)] = Field(field) })
	return known
})

// eachWord hands over the words of a table, each with the name before its colon: a line for
// each name, with commas between the words; a line of # is a remark.
func eachWord(table string, take func(name, word string)) {
	for _, line := range strings.Split(table, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		name, words, _ := strings.Cut(line, ":")
		for _, word := range strings.Split(words, ",") {
			take(name, word)
		}
	}
}

// Of says what a heading means; "" if it is not known. What stands in brackets does
// not count where it is not known with it ("E-mail (required)"), and of several words
// for the same one is enough ("Outlet / Publication").
func Of(heading string) Field {
	if len(heading) > 200 {
		return ""
	}
	known := vocabulary()
	if f, ok := known[fold(heading)]; ok {
		return f
	}
	bare := bracketed.ReplaceAllString(heading, " ")
	if f, ok := known[fold(bare)]; ok {
		return f
	}
	var all Field
	for i, part := range either.Split(bare, -1) {
		f := known[fold(part)]
		if f == "" || i > 0 && f != all {
			all = ""
			break
		}
		all = f
	}
	if words := strings.ReplaceAll(heading, "_", " "); all == "" && Leaving(words) && !counted.MatchString(strings.ToLower(words)) {
		return Left
	}
	if all == "" && kept.MatchString(bare) {
		return Embargo
	}
	if all == "" {
		all = oneOf(bare, known)
	}
	if all == "" {
		return asked(bare)
	}
	return all
}

// kept is a heading of nothing but embargoes and of words for agreeing to them, in any order:
// "Sperrfrist akzeptiert", "Respecte l’embargo".
var kept = regexp.MustCompile(`(?i)^\s*(?:` + agrees + `\s+)*(?:l['’])?(?:embargo(?:e?s)?|sperrfrist(?:en)?)(?:\s+` +
	agrees + `)*\s*\??\s*$`)

const agrees = `(?:accept(?:s|ed)?|agree(?:s|d)?|honou?r(?:s|ed)?|respect(?:s|ed)?|observe(?:s|d)?|ok|to|the|` +
	`akzeptiert|einverstanden|zugestimmt|zugesagt|beachtet|respektiert|hält|ein|mit|` +
	`accepte|acceptée?s?|respecte|respectée?s?|d['’]accord|pour|les?|` +
	`acepta|aceptado|respeta|respetado|el|los|accetta|accettato|rispetta|rispettato|gli|` +
	`aceita|aceito|aceite|respeita|respeitado|os?|accepteert|geaccepteerd|akkoord|respecteert|met)`

// oneOf is what a heading means without the number behind it, where several columns can hold that:
// "Phone 2".
func oneOf(heading string, known map[string]Field) Field {
	number := strings.TrimRight(heading, "123456789")
	rest := strings.TrimRight(number, " .#")
	if len(number) == len(heading) || len(rest) == len(number) {
		return ""
	}
	switch f := known[fold(rest)]; f {
	case Phone, Mobile, Beats:
		return f
	}
	return ""
}

// Near is what a heading would mean with one letter more, less or otherwise, or two of them
// swapped, where it means nothing as it is: "Oulet". "" where none is like it.
func Near(heading string) Field {
	word := fold(heading)
	if len(word) < 4 || Of(heading) != "" {
		return ""
	}
	known := vocabulary()
	for _, w := range slices.Sorted(maps.Keys(known)) {
		if len(w) >= 4 && known[w] != Ignored && slip(word, w) {
			return known[w]
		}
	}
	return ""
}

// slip tells whether two words differ by one slip of a finger.
func slip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	if i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:] {
		return true
	}
	return i < len(a) && a[i+1:] == b[i+1:]
}

var (
	bracketed = regexp.MustCompile(`\([^()]*\)|\[[^\[\]]*\]`)
	either    = regexp.MustCompile(`(?i)/|\s(?:or|oder|ou|o|of)\s`)
)

// ColumnName makes a heading a name that a segment's rule can use: small letters of
// ASCII, digits, and an underscore for what stands between words. Accents are taken
// off; it is "" for what has no such letters.
func ColumnName(heading string) string {
	var b strings.Builder
	var gap bool
	for _, c := range norm.NFD.String(strings.ToLower(heading)) {
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '_', c == 'ß':
			if gap && b.Len() > 0 {
				b.WriteByte('_')
			}
			gap = false
			if c == 'ß' {
				b.WriteString("ss")
			} else {
				b.WriteRune(c)
			}
		case c == '-', c == '/', c == '.', unicode.IsSpace(c):
			gap = true
		}
	}
	name := b.String()
	if name != "" && unicode.IsDigit(rune(name[0])) {
		name = "_" + name
	}
	return name
}

// fold makes headings alike that differ only in letters' case, accents, signs and
// space: "E-Mail-Adresse", "e mail adresse".
func fold(s string) string {
	var b strings.Builder
	for _, c := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, c):
		case c == 'ß':
			b.WriteString("ss")
		case unicode.IsLetter(c), unicode.IsDigit(c):
			b.WriteRune(c)
		}
	}
	return b.String()
}
