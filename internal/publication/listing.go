package publication

import (
	"encoding/json"
	"fmt"
	"time"

	"pressroom/internal/release"
)

// ListingName is what the listing of a release is called among the artefacts of its
// dispatch.
const ListingName = "public/listing"

// Listing is what lists and feeds say of a release, and where its forms and files are:
// composed with the release, so that at the instant nothing is left to compose.
type Listing struct {
	// At is the instant for which it was planned, as the release says it.
	At           time.Time `json:"at"`
	Zone         string    `json:"zone"`            // IANA name of the zone in which the release prints times
	Zones        []string  `json:"zones,omitempty"` // and of the further ones of its embargo line
	Organization string    `json:"organization"`
	Versions     []Version `json:"versions"` // the main language first
	Files        []File    `json:"files,omitempty"`
	Topics       []string  `json:"topics,omitempty"`
	// First is when the release became public, where it was amended since; Amended is what
	// was said of it then, oldest first, and Earlier are its pages as they were before.
	First   time.Time           `json:"first,omitzero"`
	Amended []release.Amendment `json:"amended,omitempty"`
	Earlier []EarlierPage       `json:"earlier,omitempty"`
}

// EarlierPage is the page of a version as it was before it was amended.
type EarlierPage struct {
	Language string `json:"language"`
	Form
}

// Amendment is the newest that was said of the release; nil where nothing was.
func (l *Listing) Amendment() *release.Amendment {
	if len(l.Amended) == 0 {
		return nil
	}
	return &l.Amended[len(l.Amended)-1]
}

// Modified is when the release became what it is: when it was last amended, or else since.
func (l *Listing) Modified(since time.Time) time.Time {
	if a := l.Amendment(); a != nil {
		return a.At
	}
	return since
}

// Version is the release in one language.
type Version struct {
	Language string    `json:"language"`
	Headline string    `json:"headline"`
	Subhead  string    `json:"subhead,omitempty"`
	Summary  string    `json:"summary"`
	Day      string    `json:"day"` // of the release, as that language writes it
	Contacts []Contact `json:"contacts"`
	Forms    []Form    `json:"forms"`
}

// Form is a version in one of its forms.
type Form struct {
	Address  string `json:"address"`  // below the newsroom, as harbor-report.es.pdf
	Artefact string `json:"artefact"` // its name among those of the dispatch
	Type     string `json:"type"`     // media type
	Page     bool   `json:"page,omitempty"`
}

// File is a file that goes with the release.
type File struct {
	Address  string `json:"address"` // as harbor-report/media/bridge.jpg
	Artefact string `json:"artefact"`
	Type     string `json:"type"`
}

// Contact is whom journalists call.
type Contact struct {
	Name  string `json:"name"`
	Role  string `json:"role,omitempty"`
	Org   string `json:"org,omitempty"`
	Phone string `json:"phone,omitempty"`
	Dial  string `json:"dial,omitempty"` // the phone's tel: address
	Email string `json:"email,omitempty"`
	Hours string `json:"hours,omitempty"`
}

// Marshal is the listing as it is kept.
func (l Listing) Marshal() ([]byte, error) { return json.Marshal(l) }

// ReadListing reads what Marshal wrote.
func ReadListing(data []byte) (Listing, error) {
	var l Listing
	if err := json.Unmarshal(data, &l); err != nil {
		return l, fmt.Errorf("the listing cannot be read: %w", err)
	}
	if len(l.Versions) == 0 {
		return l, fmt.Errorf("the listing names no language")
	}
	return l, nil
}
