package ninjs

import (
	"strings"
	"testing"
	"time"

	"pressroom/internal/expect"
	"pressroom/internal/release"
)

// The files of a release, with what is known of each, as programs are told of them.
func TestFilesWhole(t *testing.T) {
	v := &release.Version{
		Language: "en", Headline: "A ferry <goes> at night",
		Body:  []release.Block{&release.Paragraph{Inlines: []release.Inline{&release.Text{S: strings.Repeat("o", 201)}}}},
		Notes: []release.Block{&release.Paragraph{Inlines: []release.Inline{&release.Text{S: "Call before noon."}}}},
		Media: []release.Medium{
			{File: "m/pier.jpg", Alt: "A pier", Caption: "Low tide", Credit: "Ana Ruiz", Rights: "Free until June"},
			{File: "m/bell.png", Alt: "A bell"},
			{File: "m/tour.mp4", Caption: "A tour"},
		},
	}
	at := time.Date(2027, 6, 8, 13, 5, 0, 0, time.UTC)
	r := &release.Release{
		Versions: []*release.Version{v}, Documents: []release.Document{{File: "d/plan.pdf", Title: "The plan"}, {File: "d/map.pdf", Title: "The map"}}, Zone: time.UTC,
		Amended: &release.Amended{All: []release.Amendment{{At: at, Grade: release.GradeCorrection, Sentences: map[string]string{"en": "It goes at ten."}}}},
	}
	r.Timing.At = at
	file := func(kind release.EnclosureKind, key, name, media string, width, height int) File {
		return File{release.Enclosure{Kind: kind, Key: key, Name: name, Address: "/f/" + name, Width: width, Height: height}, media}
	}
	data, err := Render(r, v, Addresses{URI: "https://news.example/ferry", Files: []File{
		file(release.DocumentFile, "d/map.pdf", "map.pdf", "application/pdf", 0, 0), file(release.OriginalFile, "m/pier.jpg", "pier.jpg", "image/jpeg", 300, 200),
		file(release.PictureFile, "m/bell.png", "bell.png", "image/png", 90, 60), file(release.VideoFile, "m/tour.mp4", "tour.mp4", "video/mp4", 0, 0),
		file(release.DocumentFile, "d/lost.pdf", "lost.pdf", "application/pdf", 0, 0),
	}})
	if err != nil {
		t.Fatal(err)
	}
	expect.File(t, "files.golden.txt", string(data))
}
