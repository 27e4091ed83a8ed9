// Package attribution finds what was said in the copy of a release, by whom, and for whom they speak.
//
// Copy.Speech is the way in: it takes the paragraphs of the copy with what is known beside them (headline,
// contacts, boilerplate) and leaves them as pieces, text and quotes, each quote with the clause that gives it to
// somebody, their name, title and organisation. Spoken reads a single quotation as it is pasted. What is not sure
// is "?", with the reason.
//
// The files are named after what they are asked:
//
//   - copy.go: what is known of a text; issuer.go: whose it is;
//   - said.go: the way through the copy, and which words in marks are whose; clause.go and those of its kind
//     (below.go, statement.go, introductions.go): the clause that gives words to somebody;
//   - speaker.go, names.go, offices.go, organisation.go: who that is, in which office and of what;
//   - doubt.go, sure.go and evidence.go: whether it is sure enough to be given as fact;
//   - german*.go, romance.go, nordic.go and others by language: what only that language has.
package attribution

import (
	"time"

	"pressroom/internal/importer/prose"
	"pressroom/internal/importer/when"
	"pressroom/internal/language"
)

// Copy is the text of a release as far as it is read, with all that tells whose words in it are.
type Copy struct {
	Cat               *language.Catalogue
	Lang              string // as in de, by which the words are read
	Today             time.Time
	By                string   // whose release it is, as whoever imports says, "" where they do not
	House             string   // who imports
	Source            string   // the words of all its paragraphs
	Whose             []string // the names of those whose page it is
	Linked            string   // who has written it, where a line above it says so with a link
	Days              []when.Day
	Letterhead        []string
	Headline, Subhead prose.Para
	Dateline          prose.Para
	Body              []prose.Para
	Boilerplate       []prose.Para
	Contacts          []prose.Contact
	Unsure            []string
	Pieces            []Piece // of the body, once the quotes are found
	Quotes            []Quote
	Known             []Speaker // named so far
	running           Running   // with what the paragraph before ended
	since             string    // what stands between the last quote and the words that are looked at
	asking            bool      // it is looked for whom a pronoun means, or a noun like it
	reading           []string  // phrases, each within the one before
}

// Quote is what was found of one quote.
type Quote struct {
	ID, Speaker, Title, Org string
	Text                    string // Markdown, with {said}
	Style                   string
	Attribution             string // the clause as it stands in the source, Markdown
	Unsure                  string // what is not sure, "" if all is
}

// Somebody tells the name of a person.
func (d *Copy) Somebody(s string) bool {
	return prose.LooksLikeName(s) && !d.IsTitle(s) && !prose.IsOrganisation(s)
}

// Read reads a text for its time.
func (d *Copy) Read(text string) when.Reading {
	return when.Read(text, when.Options{Language: d.Lang, Today: d.Today, Days: d.Days})
}

// DayIn tells whether a text names a day.
func (d *Copy) DayIn(text string) bool { return d.Read(text).Dated() }
