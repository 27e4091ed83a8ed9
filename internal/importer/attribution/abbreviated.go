package attribution

import (
	"strings"

	"pressroom/internal/pattern"
)

// Newsrooms write offices short before a name, and a place or a body before that: "Oregon Gov. Ana Ruiz", "Marlow Police Lt. Tom
// Reed". Such a phrase is read with the office whole, and the title stands as the text has it.

// abbreviated are those offices, each with what it is short for.
var abbreviated = []struct{ short, whole string }{
	{"Lt. Gov.", "Lieutenant Governor"},
	{"Atty. Gen.", "Attorney General"},
	{"Dist. Atty.", "District Attorney"},
	{"Sen.", "Senator"},
	{"Rep.", "Representative"},
	{"Gov.", "Governor"},
	{"Supt.", "Superintendent"},
	{"Cmdr.", "Commander"},
	{"Capt.", "Captain"},
	{"Sgt.", "Sergeant"},
	{"Det.", "Detective"},
	{"Lt.", "Lieutenant"},
	{"Comm.", "Commissioner"},
}

// behindBody is what stands before an office that is written short, with a place or a body in it, and a name behind.
var behindBody = pattern.New(`\p{Lu}[\p{L}’'.-]+ (?:Lt\. Gov|Atty\. Gen|Dist\. Atty|Gov|Supt|Cmdr|Capt|Sgt|Det|Lt|Comm)\. \p{Lu}|` +
	`(?:U\.S\.|[Ss]tate) (?:Sen|Rep)\. \p{Lu}|^(?:Atty\. Gen|Dist\. Atty)\. \p{Lu}`)

// wholeOffices writes such offices out, and tells how they are written back.
func (d *Copy) wholeOffices(phrase string) (whole string, asWritten func(title string) string) {
	asIs := func(title string) string { return title }
	if !d.English() || !behindBody.MatchString(phrase) {
		return phrase, asIs
	}
	whole = phrase
	var out, back []string
	for _, o := range abbreviated {
		if strings.Contains(whole, o.short+" ") && !strings.Contains(phrase, o.whole) {
			whole = strings.ReplaceAll(whole, o.short+" ", o.whole+" ")
			out, back = append(out, o.whole), append(back, o.short)
		}
	}
	return whole, func(title string) string {
		for i := range out {
			title = strings.ReplaceAll(title, out[i], back[i])
		}
		return title
	}
}
