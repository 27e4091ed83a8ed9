package sending

// label is what a form calls a key of a release's file.
type label struct{ Key, Text string }

// part is a stretch of the form with a button of its own.
type part struct {
	ID, Table, Title string
	Keys             []label
}

// parts are what stands once in a release's file, in the order in which it is asked for.
var parts = []part{
	{ID: "words", Table: "", Title: "What it says", Keys: []label{
		{Key: "headline", Text: "Headline"},
		{Key: "subhead", Text: "Second line, below the headline"},
		{Key: "subject", Text: "Subject of the mail, where it is another than the headline"},
		{Key: "dateline", Text: "Place in front of the text, as in REDMOND, Wash."},
		{Key: "language", Text: "Language, as in en or es"},
		{Key: "organization", Text: "Issued by, where it is not you: the id of an organization"},
		{Key: "topics", Text: "Topics, one on each line"},
	}},
	{ID: "who", Table: "", Title: "Who gets it", Keys: []label{
		{Key: "to", Text: "Everybody on these, when it goes out"},
		{Key: "advance", Text: "Before, under embargo: those on these who take embargoes"},
		{Key: "advance_at", Text: "The copies under embargo leave at (else at once)"},
		{Key: "zones", Text: "Further time zones in the embargo line, one on each line, as in Europe/London"},
		{Key: "lift_note", Text: "Tell those who have a copy when the embargo ends"},
		{Key: "access", Text: "Viewers who may read it before it is public, an address on each line"},
	}},
	{ID: "below", Table: "", Title: "What stands below", Keys: []label{
		{Key: "boilerplate", Text: "Who you are, where it is not what the settings say"},
		{Key: "notes", Text: "Notes to editors"},
		{Key: "signatories", Text: "Organizations that sign, one on each line"},
	}},
	{ID: "outcome", Table: "", Title: "Where one of several releases will go", Keys: []label{
		{Key: "group", Text: "Name of the group, of releases that wait for your word: of these one goes and the others do not"},
	}},
	{ID: "quotes", Table: "quotes", Title: "What holds for all quotes", Keys: []label{
		{Key: "unsigned", Text: "When nobody has signed one off"},
		{Key: "withdrawn", Text: "When one is taken back after the release was sent off"},
		{Key: "order", Text: "Their order"},
		{Key: "lot", Text: "The lot, where they stand as drawn: the page of its quotes draws one, or write what was drawn in public"},
		{Key: "local", Text: "A journalist's own region comes first"},
	}},
	{ID: "notice", Table: "notice", Title: "What those are told who have not agreed to the embargo", Keys: []label{
		{Key: "headline", Text: "In the place of the headline"},
		{Key: "text", Text: "What more they are told"},
	}},
}

// several are the tables of which there may be many.
var several = []part{
	{ID: "quote", Table: "quote", Title: "Quotes", Keys: []label{
		{Key: "org", Text: "Organization, by its name or id"},
		{Key: "speaker", Text: "Speaker"},
		{Key: "title", Text: "Title"},
		{Key: "text", Text: "Words; {said} stands where it is said who speaks"},
		{Key: "style", Text: "How it is printed"},
		{Key: "attribution", Text: "Who speaks, in a sentence's words, where that is no name"},
		{Key: "id", Text: "What the text calls it"},
	}},
	{ID: "contact", Table: "contact", Title: "Press contacts", Keys: []label{
		{Key: "name", Text: "Name"},
		{Key: "role", Text: "Role"},
		{Key: "phone", Text: "Telephone, with the country's code"},
		{Key: "email", Text: "Email"},
		{Key: "org", Text: "Organization, by its name or id"},
		{Key: "hours", Text: "When they answer"},
		{Key: "public", Text: "On the public page too"},
	}},
	{ID: "media", Table: "media", Title: "Pictures and video", Keys: []label{
		{Key: "file", Text: "File"},
		{Key: "url", Text: "Address, of a video or of the picture in full size"},
		{Key: "alt", Text: "What it shows, for those who cannot see it"},
		{Key: "caption", Text: "Caption"},
		{Key: "credit", Text: "Who took it"},
		{Key: "rights", Text: "What may be done with it"},
	}},
	{ID: "document", Table: "document", Title: "Documents", Keys: []label{
		{Key: "title", Text: "Title"},
		{Key: "file", Text: "File"},
		{Key: "url", Text: "Address, where it is no file of yours"},
	}},
	{ID: "cover", Table: "cover", Title: "Notes above the mail", Keys: []label{
		{Key: "to", Text: "To whom"},
		{Key: "phase", Text: "Above what"},
		{Key: "text", Text: "The note"},
		{Key: "id", Text: "What translations call it"},
	}},
	{ID: "signatory", Table: "signatory", Title: "Who signed after it went out", Keys: []label{
		{Key: "org", Text: "Organization, by its name or id"},
		{Key: "on", Text: "The day on which it signed"},
	}},
}

// usual is the choice of what holds where nothing is said.
const usual = "As usual"

// choices is what the words that a key takes are called.
var choices = []label{
	{Key: "style said", Text: "Within a sentence: “…,” said Ana Ruiz"},
	{Key: "style dash", Text: "With a dash: “…” – Ana Ruiz"},
	{Key: "style lead-in", Text: "Led in: Ana Ruiz says “…”"},
	{Key: "style block", Text: "As a block of its own"},
	{Key: "unsigned refuse", Text: "Nothing is sent"},
	{Key: "unsigned leave-out", Text: "The release goes without it"},
	{Key: "unsigned warn", Text: "The release goes with it"},
	{Key: "withdrawn leave-out", Text: "The release goes without it"},
	{Key: "withdrawn hold", Text: "The release waits for you"},
	{Key: "order placed", Text: "As they stand in the file"},
	{Key: "order alphabetical", Text: "By name"},
	{Key: "order lot", Text: "As drawn by lot"},
	{Key: "phase release", Text: "The release"},
	{Key: "phase advance", Text: "Copies under embargo"},
	{Key: "flag yes", Text: "Yes"},
	{Key: "flag no", Text: "No"},
}

// choice is what a word that a key takes is called.
func choiceOf(key, word string) string {
	for _, c := range choices {
		if c.Key == key+" "+word {
			return c.Text
		}
	}
	return word
}
