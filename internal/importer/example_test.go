package importer_test

import (
	"fmt"
	"time"

	"pressroom/internal/importer"
)

// A release as it lies in a drawer becomes a file of ours: its line of time, its press
// contact, its quote with who says it.
func ExampleImport() {
	src := `FOR IMMEDIATE RELEASE: March 2, 2027
Contact: Lia Storm, +1 555 0107, lia@bay.example

Night ferry returns to the sound

CROW BAY, Wash. — A ferry will cross the sound at midnight again, after nine years without one.

“We missed the last boat for years,” said Max Otter, chair of Sound Riders. “Now there is one more.”
`
	r, err := importer.Import("ferry.txt", []byte(src), importer.Options{Today: time.Date(2027, 3, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s.md\n%s", r.Slug, r.Markdown)
	// Output:
	// night-ferry-returns-to-the-sound.md
	// +++
	// # Release line of the source: FOR IMMEDIATE RELEASE: March 2, 2027
	// headline = "Night ferry returns to the sound"
	// date = 2027-03-02
	// dateline = "CROW BAY, Wash."
	// language = "en"
	//
	// [[contact]]
	// name = "Lia Storm"
	// phone = "+1 555 0107"
	// email = "lia@bay.example"
	//
	// [[quote]]
	// id = "sound-riders"
	// org = "Sound Riders"
	// speaker = "Max Otter"
	// title = "chair"
	// text = """We missed the last boat for years, {said} Now there is one more."""
	// attribution = "said Max Otter, chair of Sound Riders"
	// +++
	//
	// A ferry will cross the sound at midnight again, after nine years without one.
	//
	// {{quote "sound-riders"}}
}
