package importer

import (
	"testing"

	"pressroom/internal/importer/attribution"
	"pressroom/internal/importer/prose"
	"pressroom/internal/language"
)

// Who is meant where somebody was named before, and for whom somebody speaks as the text says at another place.
func TestWhoeverWasNamedBefore(t *testing.T) {
	t.Parallel()
	kept := heldBy(t)
	const (
		above = "Ropewalk opens\n\nMARLOW, 3 March 2024 – Tidewell Rope Works opened its ropewalk on Monday.\n\n"
		below = "\n\n“We back whoever makes rope,” said Erika Lind, director of Cod Guild.\n\nAbout Tidewell Rope Works\n\nTidewell makes rope."
		words = "“We have walked round the harbour for years, and now we do not.”"
		lind  = "Erika Lind | director | Cod Guild"
	)
	for _, c := range []struct {
		name, text string
		quotes     []string
	}{
		{"a mayor, with the place and a comma", "The Mayor of Marlow, Cllr Orla Fenn, came.\n\nThe Mayor said: " + words, []string{"Orla Fenn | Cllr, Mayor of Marlow | ?"}},
		{"a lord mayor", "The Lord Mayor of Marlow, Orla Fenn, came.\n\nAt the quay, the Lord Mayor said: " + words, []string{"Orla Fenn | Lord Mayor | Marlow"}},
		{"a minister behind the name", "Orla Fenn, Minister for Quays, came.\n\nThe Minister said: " + words, []string{"Orla Fenn | Minister for Quays | ?"}},
		{"a minister before the name", "Minister Orla Fenn came.\n\nThe Minister said: " + words, []string{"Orla Fenn | Minister | ?"}},
		{"two ministers", "Minister Orla Fenn came. Minister Tom Hale went.\n\nThe Minister said: " + words, []string{" | Minister | ?"}},
		{"no minister", "The Minister said: " + words, []string{" | Minister | ?"}},
		{"a player", "Rovers captain Jay Hale, who is away, welcomed it. " + words[:len(words)-len(".”")] + ",” the striker said.", []string{"Jay Hale | Rovers captain | ?"}},
		{"a cleric in the paragraph before", "On Sunday, Bishop Orla Fenn said it was time.\n\n" + words[:len(words)-len(".”")] + ",” the prelate wrote.", []string{"Orla Fenn | Bishop | ?"}},
		{"behind an opening clause", "Welcoming the news, Jay Hale, who heads walking at HQRA, said it was time. " + words[:len(words)-len(".”")] + ",” he said.", []string{"Jay Hale |  | HQRA"}},
		{"of an organisation, and then she", "Orla Fenn of Quays for All, a charity, was there. She said: " + words, []string{"Orla Fenn | charity | Quays for All"}},
		{"a surname, and then he", "Ropes by Jay Hale hang there. Hale, whose father was a sailor, spent a year here. " + words[:len(words)-len(".”")] + ",” he says.", []string{"Jay Hale |  | ?"}},
		{"a title and a surname, and then he", "Ropes by Jay Hale hang there. Explaining it, Mr. Hale, who is here, said it was so.\n\n" + words[:len(words)-len(".”")] + ",” he says.", []string{"Jay Hale |  | ?"}},
		{"what is told elsewhere, with of", "It was made by Jay Hale of Reed & Daughters.\n\nAdded Hale: " + words, []string{"Jay Hale |  | Reed & Daughters"}},
		{"what is told of two", "It was made by Jay Hale of Reed & Daughters and Orla Fenn.\n\nAdded Hale: " + words, []string{"Jay Hale |  | Reed & Daughters"}},
		{"what is told elsewhere twice", "It was made by Jay Hale of Reed & Daughters. Jay Hale of Cod & Sons came.\n\nAdded Hale: " + words, []string{"Jay Hale |  | ?"}},
		{"what is told before the name", "Cod Institute branch secretary Jay Hale came.\n\n“It is time that we did so,” Mr Hale said.", []string{"Jay Hale | branch secretary | Cod Institute"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := kept.Import("release.txt", []byte(above+c.text+below), Options{Today: today, Email: "press@office.example"})
			if err != nil {
				t.Fatal(err)
			}
			compare(t, r, append(c.quotes, lind))
		})
	}
}

// draftIn is a draft of a text in a language.
func draftIn(lang, text string) *draft {
	return &draft{Copy: attribution.Copy{Cat: language.Of(lang), Lang: lang, Source: text, Body: []prose.Para{{Text: text}}}}
}

// Public bodies whose officers have a field before the office, congregations with a place, and who is named in a row.
func TestFurtherWaysToNameOfficers(t *testing.T) {
	t.Parallel()
	kept := heldBy(t)
	const words = "“We have walked round the harbour for years, and now we do not.”"
	for _, c := range []struct {
		name, text string
		quotes     []string
	}{
		{"a service with a field", "“It is so, and we know it,” said U.S. Reef and Kelp Service District Fire Management Officer Jay Hale.", []string{"Jay Hale | District Fire Management Officer | U.S. Reef and Kelp Service"}},
		{"an agency with a field", "“It is so, and we know it,” said Harbour Lights Agency Regional Operations Director Jay Hale.", []string{"Jay Hale | Regional Operations Director | Harbour Lights Agency"}},
		{"a firm with a name behind it", "“It is so, and we know it,” said Harbour Lights Agency Lantern Director Jay Hale.", []string{"Jay Hale | Director | Harbour Lights Agency Lantern"}},
		{"a firm with a capital within", "“It is so, and we know it,” said Jay Hale, KelpPGH Executive Director.", []string{"Jay Hale | Executive Director | KelpPGH"}},
		{"a noun where a firm may stand", "“It is so, and we know it,” said Jay Hale, Kelp Executive Director.", []string{"Jay Hale | Kelp Executive Director | ?"}},
		{"two offices with an article, and the name behind", "The founder and executive director of Kelp3, Jay Hale, said: “It is so, and we know it.”", []string{"Jay Hale | founder and executive director | Kelp3"}},
		{"two offices with a stroke", "“It is so, and we know it,” said Kelp Guild President/CEO Jay O’Hale, Ph.D.", []string{"Jay O’Hale | President/CEO | Kelp Guild"}},
		{"two offices with a stroke behind the name", "“It is so, and we know it,” said Jay Hale, Kelp Guild President/CEO.", []string{"Jay Hale | President/CEO | Kelp Guild"}},
		{"an office and another word with a stroke", "“It is so, and we know it,” said Jay Hale, President/Reef at Kelp Guild.", []string{"Jay Hale | President/Reef | Kelp Guild"}},
		{"others in a list", "The mayor came with Jay Hale, youth from the Kelp Guild and sailors.\n\n“It is so, and we know it,” said Hale.", []string{"Jay Hale |  | ?"}},
		{"addressed twice", "Speaking there, the director of Kelp Guild, Dr. (Mrs.) Orla Fenn, said that it was so.\n\n“It is so, and we know it,” she said.", []string{"Dr. Orla Fenn | director | Kelp Guild"}},
		{"put this way", "Kelp Guild director Jay Hale came. Hale put it this way, " + words, []string{"Jay Hale | director | Kelp Guild"}},
		{"summed up bluntly", "Kelp Guild director Jay Hale came. Hale summed it up bluntly: " + words, []string{"Jay Hale | director | Kelp Guild"}},
		{"a temple with its place", words + "\n\n— Rabbi Jay Hale, Temple Beth Or of Marlow", []string{"Jay Hale | Rabbi | Temple Beth Or of Marlow"}},
		{"a parish with its place", words + "\n\n— Rev. Jay Hale, St. Ann Parish of Marlow", []string{"Rev. Jay Hale |  | St. Ann Parish of Marlow"}},
		{
			"officers in a row", "Kelp University Chancellor Jay Hale, Reef College Provost Orla Fenn III and Cod Institute Dean Tom Reed came.\n\n“It is so, and we know it,” Hale said.\n\n“It was so, and we knew it,” Fenn said.\n\n“It will be so,” Reed said.",
			[]string{"Jay Hale | Chancellor | Kelp University", "Orla Fenn | Provost | Reef College", "Tom Reed | Dean | Cod Institute"},
		},
		{"addressed before another verb", "West Coast MEC for Health Dr Jay Hale thanked the port, adding: " + words, []string{"Dr Jay Hale | West Coast MEC for Health | ?"}},
		{"two first names", "Sr. Maria Luz Fenn came.\n\n“It is so, and we know it,” said Fenn.", []string{"Maria Luz Fenn |  | ?"}},
		{
			"of a museum, by a noun", "Kelp Museum is glad. Museum Director Dr Jay Hale and University Provost Prof Orla Fenn signed. The University of Cod is glad.\n\n“It is so, and we know it,” says Dr Hale.\n\n“It was so, and we knew it,” says Prof Fenn.",
			[]string{"Jay Hale | Director | Kelp Museum", "Orla Fenn | University Provost | University of Cod"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := kept.Import("release.txt", []byte("Ropewalk opens\n\nMARLOW, 3 March 2024 – Ropes are made in the sheds.\n\nIt is an old trade, and many know it.\n\n"+c.text+"\n\nIt ends.\n"), Options{Today: today, Email: "press@office.example"})
			if err != nil {
				t.Fatal(err)
			}
			compare(t, r, c.quotes)
		})
	}
}
