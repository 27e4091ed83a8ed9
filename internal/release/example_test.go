package release_test

import (
	"fmt"

	"pressroom/internal/release"
)

const draft = `+++
headline   = "Night ferry returns to the sound"
embargo    = 2027-03-02T09:00:00
timezone   = "America/Los_Angeles"
dateline   = "CROW BAY, Wash."

[[contact]]
name  = "Lia Storm"
phone = "+1 555 0107"

[[quote]]
org     = "Sound Riders"
speaker = "Max Otter"
title   = "chair"
text    = "We missed the last boat for years. {said} Now there is one more."
+++
A ferry will cross the sound at midnight again.
`

// A release is read from its sources, in all its languages at once.
func ExampleRead() {
	r, diags := release.Read("night-ferry", []release.Source{{Name: "night-ferry.md", Data: []byte(draft)}}, release.Settings{})
	if r == nil {
		fmt.Println(diags)
		return
	}
	v := r.Main()
	cat := v.Catalogue()
	fmt.Println(r.ReleaseLine(cat, release.PhaseAdvance))
	fmt.Println(r.ReleaseLine(cat, release.PhaseRelease))
	fmt.Println(v.Headline)
	for _, b := range v.Copy() {
		switch b := b.(type) {
		case *release.Paragraph:
			fmt.Println(release.PlainText(b.Inlines))
		case *release.Quotation:
			for _, line := range b.Plain() {
				fmt.Println(line)
			}
		}
	}
	// Output:
	// EMBARGOED UNTIL Tuesday, March 2, 2027, 9:00 a.m. PST (17:00 UTC)
	// FOR IMMEDIATE RELEASE: March 2, 2027
	// Night ferry returns to the sound
	// CROW BAY, Wash. — A ferry will cross the sound at midnight again.
	// “We missed the last boat for years,” said Max Otter, chair at Sound Riders. “Now there is one more.”
}

// What is wrong with a file is said at its place, all of it in one pass.
func ExampleRead_errors() {
	src := "+++\nheadlin = \"Night ferry\"\ndate = \"2027-03-02\"\n+++\nSee [the timetable](timetable.html).\n"
	_, diags := release.Read("night-ferry", []release.Source{{Name: "night-ferry.md", Data: []byte(src)}}, release.Settings{})
	for _, d := range diags {
		fmt.Println(d)
	}
	// Output:
	// night-ferry.md:2:1: error: unknown key headlin; did you mean headline? [unknown-key]
	// night-ferry.md:2:1: error: no press contact; add [[contact]] with name and phone or email [contact]
	// night-ferry.md:3:8: error: date must be a date or time without quotation marks, as in 2026-07-26T09:00:00, not a string; write 2027-03-02 [type]
	// night-ferry.md:5:6: error: the link to timetable.html is not a whole address; journalists read it outside this folder, so write https://… [link]
}
