// Package release is the model of a press release: what a file says, in every
// language it is written in, with every rule of the format checked.
//
// Read turns sources into a Release; nothing here knows of disks, clocks,
// networks or databases.
package release

import (
	"slices"
	"time"

	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
	"pressroom/internal/language"
)

// Release is one press release in all its languages.
type Release struct {
	Slug        string
	File        string // the main file, as named in diagnostics
	Timing      Timing
	Zone        *time.Location
	Zones       []FurtherZone // in which the embargo line says its instant too, in their order
	Issuer      Organization
	Group       string // of releases that wait for a word, of which one goes; "" for none
	Topics      []string
	To, Advance []Audience
	AdvanceAt   time.Time // when advance copies leave; zero for as soon as they are sent
	Access      []Reader  // who may read it before it is public, beside leads and approvers
	LiftNote    bool      // at the lift, who has an advance copy is told that they may publish
	Unsigned    Policy    // "" where the file names none
	Withdrawn   Policy    // TakeOut where the release does not say
	Contacts    []PressContact
	Signatories []string
	Late        []LateSignatory // who signed after the release had gone out
	Order       Order           // of quotes and signatories
	Lot         string          // what was drawn, for OrderLot
	Local       bool            // a journalist's own region's quote comes first
	Documents   []Document
	Covers      []Cover
	Print       Print
	Without     []string                // organisations and quotes that are left out of this sending
	EditionOf   string                  // the id of the organisation whose own edition it is
	Partners    []Org                   // of the coalition, those that are quoted or have signed
	Versions    []*Version              // the main language first
	Files       []*frontmatter.Document // its files as they were read, in their order
	Amended     *Amended                // what became of it after it went out; nil for what did not change
	Revision    string                  // names all that it is compiled from; "" where that is not known
	Reference   string                  // whose copy it is, as K7PD-3WQX; "" for what is nobody's own

	document bool // it is something else that the press office hands out: NewDocument
}

// Main is the version in the release's own language.
func (r *Release) Main() *Version { return r.Versions[0] }

// Version returns the words in a language, nil if there are none.
func (r *Release) Version(language string) *Version {
	for _, v := range r.Versions {
		if v.Language == language {
			return v
		}
	}
	return nil
}

// Languages lists the languages, the main one first.
func (r *Release) Languages() []string {
	out := make([]string, len(r.Versions))
	for i, v := range r.Versions {
		out[i] = v.Language
	}
	return out
}

// Version is the words of a release in one language.
type Version struct {
	Language string // BCP 47
	Headline string
	Subhead  string
	Subject  string // of the mail; never empty
	Dateline string

	Body        []Block // with the quotations and pictures in their places
	Boilerplate []Block
	Notes       []Block
	Quotes      []*Quote
	Media       []Medium
	Covers      []CoverText
	Notice      Notice
	// ContactWords are role and hours of press contacts in this language, by address.
	ContactWords map[string]ContactWords

	// HeadlineAt is where the headline stands.
	HeadlineAt diagnostic.Position

	catalogue *language.Catalogue
	marks     map[string][]Inline // lines of which words were changed after it went out, as Line has them
}

// FurtherZone is a zone in which the embargo's instant is told beside the release's own,
// and where it is named.
type FurtherZone struct {
	*time.Location
	At diagnostic.Position
}

// Audience is a segment or list that a release goes to, and where it is named.
type Audience struct {
	Name string
	At   diagnostic.Position
}

// Reader is a user of the press office who is named by their address, and where.
type Reader struct {
	Email string // in small letters
	At    diagnostic.Position
}

// Notice is what somebody is told of a release beforehand who has not agreed to its
// embargo, beside its issuer, topics and day. "" where its author says no more.
type Notice struct{ Headline, Text string }

// ContactWords are what differs of a press contact between languages.
type ContactWords struct{ Role, Hours string }

// LateSignatory is an organisation that signed after the release had gone out.
type LateSignatory struct {
	Name string
	On   time.Time // a day, in the release's zone
}

// NamesInColumns is from how many names on signatories stand in columns.
const NamesInColumns = 12

// SignatoryNames are the signatories as they are printed: late ones with their day.
func (r *Release) SignatoryNames(cat *language.Catalogue) []string {
	out := slices.Clone(r.Signatories)
	for _, s := range r.Late {
		out = append(out, s.Name+" ("+cat.Date(s.On)+")")
	}
	return out
}

// Policy says what to do about a quote that nobody has signed off.
type Policy string

// The policies of [quotes] unsigned. A release that names none leaves out what was asked
// for, and warns of the rest.
const (
	Warn     Policy = "warn"
	LeaveOut Policy = "leave-out"
	Refuse   Policy = "refuse"
)

// The policies of [quotes] withdrawn: what a withdrawal after send does.
const (
	TakeOut Policy = "leave-out" // the release leaves at its instant without the quote
	Hold    Policy = "hold"      // it waits for the lead
)

// PressContact is whom journalists call.
type PressContact struct {
	Name, Role, Phone, Email, Org, Hours string
	Public                               bool // false: in the mail's body only
}

// Document is a file that goes with the release, or its address.
type Document struct{ File, URL, Title string }

// Medium is a picture or a video.
type Medium struct {
	File, URL, Alt, Caption, Credit, Rights string
	At                                      diagnostic.Position
}

// Key names the medium across languages.
func (m Medium) Key() string {
	if m.File != "" {
		return m.File
	}
	return m.URL
}

// IsPicture tells a picture from a video, by the name's ending.
func (m Medium) IsPicture() bool { return isPictureName(m.Key()) }

// Cover is a note above the release in the mail to some audiences, in one phase.
type Cover struct {
	ID    string
	To    []Audience
	Phase Phase // PhaseAdvance or PhaseRelease
}

// CoverIDs are the ids of the notes that stand above mail of a phase, in the
// order in which they are written.
func (r *Release) CoverIDs(phase Phase) []string {
	var out []string
	for _, c := range r.Covers {
		if c.Phase == phase {
			out = append(out, c.ID)
		}
	}
	return out
}

// CoverText is a cover's words in one language.
type CoverText struct {
	ID   string
	Text []Block
}

// Quote is words attributed to a speaker of an organisation.
type Quote struct {
	ID, Org, Speaker, Title string
	Text                    string // as written, Markdown
	Style                   Style
	Attribution             string // the clause as written, Markdown; "" for the one built
	Signoff                 *Signoff
	Translated              bool // the words are a translation without a sign-off of its own
	Reading                 *Quotation
	At                      diagnostic.Position
}

// Style is how a quote is set.
type Style string

// The styles of a quote.
const (
	StyleSaid   Style = "said"
	StyleDash   Style = "dash"
	StyleLeadIn Style = "lead-in"
	StyleBlock  Style = "block"
)

// Signoff is the record in the file that a partner approved the words.
type Signoff struct {
	By     string
	At     time.Time
	Digest string
}

// Organization is the issuing organisation, from the workspace's settings.
type Organization struct {
	ID, Name, URL, Address, Boilerplate, Language, Timezone string
	Logo                                                    string // a file of the workspace, SVG or PNG
	Color                                                   string // #rrggbb, of links and the letterhead
	Layout                                                  Layout
}

// Print is how the PDF is set.
type Print struct {
	Paper   Paper
	Justify bool // lines as wide as the column, words hyphenated
}

// Paper is a size of paper; "" goes with the layout.
type Paper string

// The papers.
const (
	Letter Paper = "letter"
	A4     Paper = "a4"
)

// Layout is the order of a release's parts.
type Layout string

// The layouts.
const (
	LayoutUS Layout = "us"
	LayoutUK Layout = "uk"
)

// Org is an organisation of the coalition.
type Org struct {
	ID, Name, URL, Logo string
	Region              string   // as press lists have it
	Contact             []string // whom to ask for quotes: addresses (RFC 5322), the first of them first
	Language, Timezone  string
	Boilerplate         string        // Markdown
	Press               *PressContact // whom journalists call, in the organisation's own edition
}

// Settings is what a release takes from its workspace.
type Settings struct {
	Organization Organization
	Orgs         []Org
	Print        Print
	// Languages are those that the words may be in; nil is those of the program.
	Languages *language.Set `json:",omitempty"`
}

// Org finds an organisation of the coalition by its id.
func (s Settings) Org(id string) (Org, bool) {
	for _, o := range s.Orgs {
		if o.ID == id {
			return o, true
		}
	}
	return Org{}, false
}

// OrgIDs are the ids of the coalition's organisations.
func (s Settings) OrgIDs() []string {
	ids := make([]string, len(s.Orgs))
	for i, o := range s.Orgs {
		ids[i] = o.ID
	}
	return ids
}

// OrgName is the printed name of an org that is named by id or by name.
func (s Settings) OrgName(name string) string {
	for _, o := range s.Orgs {
		if o.ID == name && o.Name != "" {
			return o.Name
		}
	}
	if s.Organization.ID != "" && s.Organization.ID == name && s.Organization.Name != "" {
		return s.Organization.Name
	}
	return name
}

// Phase is what a reader is told about time.
type Phase string

// The phases a release can be compiled in.
const (
	PhaseAdvance Phase = "advance"
	PhaseRelease Phase = "release"
)

// Variant is which of a revision's forms to compile.
type Variant struct {
	Phase    Phase
	Language string
}

// TimingKind tells how a release says when it goes out.
type TimingKind int

// The kinds of timing.
const (
	Immediate TimingKind = iota // on a day, as soon as it is sent
	Embargoed                   // at an instant before which nobody may publish
	Scheduled                   // at an instant, with no embargo
	OnWord                      // when somebody says so, with no embargo: release_at = "hold"
)

// Timing is when a release goes out.
type Timing struct {
	Kind TimingKind
	// At is the instant of an embargoed or scheduled release; for an immediate
	// one it is the start of its day, and so for one that waits for a word, which has
	// the day that Dated gives it. It is in the release's zone.
	At       time.Time
	Position diagnostic.Position
}

// Dated is the release as it would go out at an instant: one that waits for a word bears
// that day, in its own zone. Any other is as it was.
func (r *Release) Dated(now time.Time) *Release {
	if r.Timing.Kind != OnWord {
		return r
	}
	out := *r
	out.Timing.At = Moment{kind: localDate, wall: now.In(r.Zone)}.dayStart(r.Zone)
	return &out
}
