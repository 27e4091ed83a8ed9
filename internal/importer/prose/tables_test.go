package prose

import (
	"testing"

	"pressroom/internal/expect"
)

// TestTheWordsThatAreKnown writes down every list of words that is known here.
func TestTheWordsThatAreKnown(t *testing.T) {
	t.Parallel()
	expect.File(t, "words.golden.txt", expect.Lists(
		expect.List{Name: "company", Words: CompanyWords},
		expect.List{Name: "public offices", Words: PublicOffices},
		expect.List{Name: "ranks", Words: Ranks},
		expect.List{Name: "of", Words: OfWord},
		expect.List{Name: "company's ending", Words: CompanySuffix},
		expect.List{Name: "connectors", Words: OrgConnectors},
		expect.List{Name: "leading", Words: Leading},
		expect.List{Name: "titles", Words: TitleWords},
		expect.List{Name: "modifiers", Words: TitleModifiers},
		expect.List{Name: "departments", Words: Departments},
		expect.List{Name: "organisation's ending", Words: OrgTails},
		expect.List{Name: "descriptors", Words: Descriptors},
		expect.List{Name: "particles", Words: Particles},
		expect.List{Name: "honorifics", Words: Honorifics},
		expect.List{Name: "desks", Words: desks},
		expect.List{Name: "openings of a sentence", Words: SentenceOpening},
		expect.List{Name: "further openings", Words: Opening},
		expect.List{Name: "nobody's own", Words: General},
		expect.List{Name: "behind an office", Words: BehindOffice},
		expect.List{Name: "never names", Words: neverNames},
		expect.List{Name: "public bodies", Words: PublicBody},
		expect.List{Name: "joins offices", Words: JoinsOffice},
		expect.List{Name: "press desks", Words: DeskWords},
		expect.List{Name: "for the press", Words: ForThePress},
		expect.List{Name: "Dutch offices", Words: DutchOffice},
		expect.List{Name: "mailboxes", Words: Mailboxes},
		expect.List{Name: "bodies", Words: Bodies},
		expect.List{Name: "no name", Words: noName},
		expect.List{Name: "within names", Words: withinNames},
		expect.List{Name: "joined to a name", Words: joinedArticle},
		expect.List{Name: "before a family's name", Words: beforeFamily},
	))
}
