package scenes

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"strings"

	"pressroom/internal/release"
)

// source is what a scene is read from: its front matter, to which the headline, day,
// dateline and contact are added that it lacks, and its body.
type source struct {
	name, front, body string
	others            [][2]string // languages, and their files
	settings          func(*release.Settings)
	then              func(*release.Release) *release.Release
	enclosed          *release.Enclosures
}

const (
	ferry = "One ferry goes at night."

	pictures = `[[media]]
file = "media/pier.png"
alt = "A pier & <two> boats"
caption = "Low tide"
credit = "Pia \"P\" Roy"
rights = "free & for all"
[[media]]
file = "media/bell.png"
alt = "A bell"
[[media]]
file = "media/gone.png"
alt = "A lamp"
rights = "only for this"
[[media]]
url = "https://harbor.example/map.jpg?a=1&b=2"
alt = "A map"
credit = "Pia"
`
	everyPart = `subhead = "It comes back & goes"
topics = ["sea", "night & day"]
boilerplate = "About [us](https://us.example)."
notes = "The *fare* is $1."
signatories = ["pier", "Dock & Choir"]
[[signatory]]
org = "quay"
on = 2027-06-10
`
	videos = `[[media]]
url = "https://harbor.example/film?a=1&b=2"
caption = "A film & more"
[[media]]
file = "media/tour.mp4"
[[document]]
file = "media/hours.txt"
title = "Hours & <days>"
[[document]]
url = "https://harbor.example/report.pdf?a=1&b=2"
title = "The report"
`
	shown = "One ferry.\n\n![](media/pier.png)\n\n![](media/bell.png)\n\n![](media/gone.png)\n\n![](https://harbor.example/map.jpg?a=1&b=2)"
)

func uk(s *release.Settings) { s.Organization.Layout = release.LayoutUK }

// amended has what was said of a release, the first of two hours after it went out.
func amended(a release.Amended, said ...release.Amendment) func(*release.Release) *release.Release {
	return func(r *release.Release) *release.Release {
		for i := range said {
			said[i].At = at(2 + i)
		}
		a.All, a.Out = said, r.Timing.At
		return r.Amend(&a)
	}
}

func said(grade release.Grade, sentence string) release.Amendment {
	a := release.Amendment{Grade: grade}
	if sentence != "" {
		a.Sentences = map[string]string{"en": sentence}
	}
	return a
}

func signed(n int) string { return "signatories = [" + strings.Repeat(`"Quay & Trust",`, n) + "]\n" }

func logo(s *release.Settings) {
	s.Organization.Logo, s.Organization.Color, s.Organization.Address = "logos/harbor.png", "#aa3300", "1 Quay St & Co"
}

var sources = []source{
	{name: "as little as there can be", body: ferry},
	{
		name: "the other layout, with every part", settings: uk, front: everyPart,
		body: "See [the port](https://port.example/?a=1&b=2) & <https://harbor.example>.",
		then: func(r *release.Release) *release.Release {
			r.Reference = "K7PD-3WQX"
			return r
		},
	},
	{name: "two contacts, and one for mail alone", body: ferry, settings: logo, front: `[[contact]]
name = "Dana & Whitlock"
role = "press <officer>"
org = "quay"
phone = "+1 (555) 0142"
email = "dana@harbor.example"
hours = "9 to 5 & on call"
[[contact]]
name = "Bo"
email = "bo@harbor.example"
[[contact]]
name = "Private Prynne"
phone = "+1 555 0199"
public = false
`},
	{name: "a contact whose words run the other way", body: ferry, front: `[[contact]]
name = "Dana"
role = "7 דוברת"
org = "12 נמל"
phone = "+1 555 0142"
`},
	{name: "one who signed", body: ferry, front: signed(1)},
	{name: "as many as stand in columns", body: ferry, front: signed(release.NamesInColumns)},
	{
		name: "under embargo, elsewhere", body: ferry, settings: logo,
		front: "embargo = 2027-06-09T01:00:00+02:00\ntimezone = \"Europe/Madrid\"\n",
	},
	{
		name: "pictures, with and without words", body: shown, front: pictures,
		enclosed: &release.Enclosures{Attached: true, Files: []release.Enclosure{
			{Kind: release.OriginalFile, Key: "media/pier.png", Name: "pier & two.png", Width: 4000, Height: 2000},
			{Kind: release.PictureFile, Key: "media/gone.png", Name: "gone.png", Width: 9, Height: 8},
		}},
	},
	{
		name: "files that are linked", body: shown, front: pictures + videos, enclosed: &release.Enclosures{
			Page: "https://news.example/ferry?a=1&b=2", PDF: "https://news.example/ferry.pdf", Files: []release.Enclosure{
				{Kind: release.OriginalFile, Key: "media/pier.png", Width: 4000, Height: 2000, Address: "https://news.example/pier.png"},
				{Kind: release.VideoFile, Key: "media/tour.mp4", Address: "https://news.example/tour.mp4"},
				{Kind: release.DocumentFile, Key: "media/hours.txt", Address: "https://news.example/hours.txt"},
			},
		},
	},
	{name: "files to ask for", body: ferry, front: videos, enclosed: &release.Enclosures{}},
	{name: "a page without a PDF", body: ferry, enclosed: &release.Enclosures{Page: "https://news.example/ferry"}},
	{
		name: "put right twice", body: "Two ferries go.",
		then: amended(release.Amended{Before: map[string][]string{"en": {"A ferry goes at night", "One ferry goes."}}},
			said(release.GradeCorrection, "Two, not one."), said(release.GradeUpdate, "They are green & blue.")),
	},
	{name: "an earlier one", body: ferry, then: amended(release.Amended{Earlier: true}, said(release.GradeCorrection, "Two."))},
	{
		name: "withdrawn", body: ferry,
		then: amended(release.Amended{Instead: "https://news.example/other"}, said(release.GradeWithdrawal, "It was wrong.")),
	},
	{name: "held", body: ferry, then: amended(release.Amended{Bare: true}, said(release.GradeHold, ""))},
	{name: "no longer held", body: ferry, then: amended(release.Amended{}, said(release.GradeHold, ""), said(release.GradeHoldEnd, ""))},
	{name: "blocks within blocks", body: blocks},
	{name: "tables", body: tables},
	{name: "links and words", body: words},
	{name: "quotes", front: quotes, body: "One ferry.\n\n{{quotes}}\n\nIt is green."},
	{
		name: "in three languages", body: ferry + "\n\nEs ist *grün*: Καλημέρα.",
		front: "boilerplate = \"About us.\"\n[[contact]]\nname = \"Dana Whitlock\"\nrole = \"press officer\"\nemail = \"dana@harbor.example\"\n",
		others: [][2]string{
			{"ar", "+++\nheadline = \"عبارة في الليل\"\nboilerplate = \"عنا.\"\n+++\nتبحر العبارة ليلا.\n\nFerry one.\n"},
			{"es", "+++\nheadline = \"Un ferri de noche\"\nboilerplate = \"Sobre nosotros.\"\n+++\nUn ferri sale de noche.\n"},
		},
	},
}

const (
	blocks = `One ferry.

## Level two

#### Level four

##### Level five

> Said by
>
> - an item
>
>> and within

9. nine

   more of it

       code	in it
10. - deep
    - deeper
11.

3. three

- a

  ---

- > quoted

Last:

    a	b
      < c

* * *`

	tables = `One ferry.

| Pier | Lead | Kept |
|------|-----:|:----:|
| North & South | 1,204 | x |
| East | 7 | [y](https://y.example) |

| a | b | c | d | e |
|---|---|---|---|---|
| 1 | 2 | | 4 |

| | Only a head of very many words that has no room beside | another of very many words that has no room beside it |
|-|-|-|

- | In | a list |
  |----|-------:|
  | so | 12 |`

	words = `A *soft*, **loud**, ***both*** & ` + "`typed <so>`, **`bold`**" + ` word.\
A new line, [**strong** link](https://a.example/?a=1&b=2), [again](https://a.example/?a=1&b=2), <https://b.example/>,
[b@c.example](mailto:b@c.example) and [call](tel:+15550142).

Call +1 (555) 010 0142 or 12 34 56 on 8 June at 9 a.m., for $ 12 or 12 % of it, on
https://harbor.example/a/very/long/way/that/no/line/has/room/for/at/all/in/it and so on.`

	quotes = `[[quote]]
org = "pier"
speaker = "Ana & Ruiz"
title = "chair"
style = "said"
text = "We wait, {said}. *Now*."
[[quote]]
org = "quay"
speaker = "Bo"
style = "dash"
text = "We go."
[[quote]]
org = "Dock"
speaker = "Cy"
title = "boss"
style = "lead-in"
text = "We stay."
[[quote]]
org = "Mill"
speaker = "Di"
style = "block"
text = """
One.

Two."""
[[quote]]
id = "nobody"
org = "Mole"
attribution = "asked a member of <3"
text = "Where?"
`
)

// dot is a picture of one pixel.
var dot = func() []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		panic(fmt.Sprint("writing to memory: ", err))
	}
	return b.Bytes()
}()
