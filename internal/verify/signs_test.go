package verify

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// tokens are the words of a text, each with its paragraph and line; marks stand in
// brackets, what is shown otherwise behind a stroke, and a hyphen that may be the line's
// behind a tilde.
func tokens(d *Doc) string {
	var out []string
	for _, w := range d.words {
		s := w.text
		if w.mark {
			s = "[" + s + "]"
		}
		if w.shown != w.text {
			s += "|" + w.shown
		}
		if w.joined != "" {
			s += "~" + w.joined
		}
		out = append(out, fmt.Sprintf("%d.%d:%s", w.para, w.line, s))
	}
	return strings.Join(out, " ")
}

// Signs that a program writes for another are the same.
func TestSignsThatAreWrittenForOthers(t *testing.T) {
	for _, c := range []struct{ signs, text, want string }{
		{"\u00ad \u200b \u200c \u200d \u2060 \ufeff \u200e \u200f \u202a \u202b \u202c \u2066 \u2067 \u2068 \u2069", "pi@er", "0.1:pier"},
		{"‘ ’ ‚ ‛ ‹ › ´ `", "it@s", "0.1:it's"},
		{"‘ ’ ‚ ‛ ‹ › ´ ` “ ” „ ‟ « » 「 」 『 』 '' \"", "@Yes@", `0.1:["] 0.1:Yes 0.1:["]`},
		{"‐ ‑ ‒ – — ― −", "ten@fold", "0.1:ten-fold"},
		{"…", "so@on", "0.1:so...on"},
		{"ﬀ", "o@er", "0.1:offer"},
		{"ﬁ", "o@x", "0.1:ofix"},
		{"ﬂ", "o@x", "0.1:oflx"},
		{"ﬃ", "o@x", "0.1:offix"},
		{"ﬄ", "o@x", "0.1:offlx"},
		{"• · ▪ ◦ ‣ ● ○ ■ □ ▶ * - – *-•", "@ pier", "0.1:pier"}, // before an item of a list
		{"= _ - ==== ____ --- =_-", "@ pier", "0.1:pier"},       // a rule
		{"( [ { ¿ ¡", "@pier", "0.1:[@] 0.1:pier"},
		{"* _ <", "@pier", "0.1:pier"},
		{") ] } . , ; : ! ? ¿ ¡ 。 、 ， ． ！ ？ ： ；", "pier@", "0.1:pier 0.1:[@]"},
		{"* _ >", "pier@", "0.1:pier"},
		{"。 、 ， 〜 ！ ｠", "港@湾", "0.1:港 0.1:[@] 0.1:湾"},
		{"\u3000", "港@湾", "0.1:港 0.1:湾"},
	} {
		for _, sign := range strings.Split(c.signs, " ") {
			got := tokens(Split([]string{strings.ReplaceAll(c.text, "@", sign)}))
			want := strings.ReplaceAll(c.want, "@", sign)
			if got != want {
				t.Errorf("%q in %s: %s, want %s", sign, c.text, got, want)
			}
		}
	}
}

func TestATextIsTakenApart(t *testing.T) {
	for text, want := range map[string]string{
		"":                             "",
		"\n \n\t\n":                    "",
		"One two.\nThree":              "0.1:One 0.1:two 0.1:[.] 0.2:Three",
		"One\n\nTwo\f\nThree":          "0.1:One 1.2:Two 2.4:Three",
		"One\r\n\r\nTwo\rThree":        "0.1:One 1.2:Two 1.3:Three",
		"> One\n>\n> > Two\n \t>Three": "0.1:One 1.2:Two 1.3:Three",
		"A\nbcd":                       "0.1:A 0.2:bcd",
		"One\n\n---\n\nTwo":            "0.1:One 1.3:Two",
		"(“Yes,”)":                     `0.1:[(] 0.1:["] 0.1:Yes 0.1:[,] 0.1:["] 0.1:[)]`,
		"?!":                           "0.1:[?] 0.1:[!]",
		"water-\nfront":                "0.1:waterfront|water-front~water-front",
		"water- \nfront of":            "0.1:waterfront|water-front~water-front 0.2:of",
		"water-\n2022":                 "0.1:water- 0.2:2022",
		"water-\n\nfront":              "0.1:water- 1.2:front",
		"water-\n(front":               "0.1:water-~- 0.2:[(] 0.2:front",
		"water- front":                 "0.1:water- 0.1:front",
		"a-b-\nc":                      "0.1:a-bc|a-b-c~a-b-c",
		"water-":                       "0.1:water-~-",
		"-":                            "",
		"one -\ntwo":                   "0.1:one 0.2:two",
		"六つの図書館":                       "0.1:六 0.1:つ 0.1:の 0.1:図 0.1:書 0.1:館",
		"PDF化とABC":                     "0.1:PDF 0.1:化 0.1:と 0.1:ABC",
		"カタ、ไทย":                       "0.1:カ 0.1:タ 0.1:[、] 0.1:ไ 0.1:ท 0.1:ย",
		"한국 뉴스":                        "0.1:한국 0.1:뉴스",
		"〜a\uff3d":                     "0.1:[〜] 0.1:a 0.1:[\uff3d]",
		"a\u2010\u3003\u2026":          "0.1:a- 0.1:[〃] 0.1:[.] 0.1:[.] 0.1:[.]",
	} {
		if got := tokens(Plain(text)); got != want {
			t.Errorf("%q:\n got %s\nwant %s", text, got, want)
		}
	}
	if d := Plain("One\n \t\ntwo！ x\r\rthree"); d.paras != 3 || tokens(d) != "0.1:One 1.2:two 1.2:[！] 1.2:x 2.3:three" {
		t.Errorf("%d paragraphs: %s", d.paras, tokens(d))
	}
	if d := Plain("“One” two, three.\n\nFour"); d.Words() != 4 || d.paras != 2 || d.lines != 2 {
		t.Errorf("%d words in %d paragraphs and %d lines", d.Words(), d.paras, d.lines)
	}
	many := make([]string, mostWords+5)
	for i := range many {
		many[i] = "word"
	}
	if d := Split(many[:mostWords]); len(d.words) != mostWords || d.paras != mostWords {
		t.Errorf("of %d paragraphs of a word %d words and %d paragraphs are read", mostWords, len(d.words), d.paras)
	}
	if d := Split(many); len(d.words) != mostWords+1 || d.paras != mostWords {
		t.Errorf("of more %d words and %d paragraphs are read", len(d.words), d.paras)
	}
}

// Programs that copy words out of a PDF take hyphens away and leave words apart.
func TestATextIsPutTogetherAsTheReferenceHasIt(t *testing.T) {
	for _, c := range []struct{ ref, text, want string }{
		{"Co-op", "Coop", "0.1:Co-op|Coop"},
		{"Co-op Coop", "Coop", "0.1:Coop"},
		{"10-20", "1020", "0.1:1020"},
		{"Marsh-Lee", "MarshLee", "0.1:MarshLee"},
		{"e-mail", "e-\nmail", "0.1:e-mail~e-mail"},
		{"email", "e-\nmail", "0.1:email|e-mail~e-mail"},
		{"e-mail email", "e-\nmail", "0.1:email|e-mail~e-mail"},
		{"other", "e-\nmail", "0.1:email|e-mail~e-mail"},
		{"extraordinary", "extraor\ndinary thing", "0.2:extraordinary 0.2:thing"},
		{"extraordinary", "extraor dinary", "0.1:extraor 0.1:dinary"},
		{"extraordinary", "extraor\n\ndinary", "0.1:extraor 1.2:dinary"},
		{"extraordinary", "extra\nordinary", "0.2:extraordinary"},
		{"extraordinary extra ordinary", "extra\nordinary", "0.1:extra 0.2:ordinary"},
		{"extraordinary ordinary", "extra\nordinary", "0.2:extraordinary"},
		{".harbourunion", "lamps .\nharbourunion", "0.1:lamps 0.1:[.] 0.2:harbourunion"}, // a mark is no part of a word
		{"harbourlamps( x", "harbourlamps\n(x", "0.1:harbourlamps 0.2:[(] 0.2:x"},
		{"abcdefghijkl", "abcdef\nghijkl", "0.2:abcdefghijkl"},
		{"abcdefghijk", "abcdef\nghijk", "0.1:abcdef 0.2:ghijk"},
		{"äbcdefghijk", "äbcdef\nghijk", "0.1:äbcdef 0.2:ghijk"},
	} {
		if got := tokens(Plain(c.text).fit(Plain(c.ref))); got != c.want {
			t.Errorf("%q as %q:\n got %s\nwant %s", c.text, c.ref, got, c.want)
		}
	}
	for word, want := range map[string]string{
		"": "", "a": "", "ab": "", "a-b": "ab", "-ab": "", "ab-": "", "a-B": "", "1-b": "", "a-1": "", "a-b-c": "abc", "a--b": "", "ä-ö": "äö", "A-b": "Ab",
	} {
		if got := dehyphenated(word); got != want {
			t.Errorf("%q without its hyphens: %q, want %q", word, got, want)
		}
	}
}

// The numbers by which a reference is found are kept in databases: they stay what they are.
func TestWhatAReferenceIsFoundBy(t *testing.T) {
	words := strings.Fields("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen")
	for n := inShingle; n < inShingle+inWindow; n++ { // of so few places one is kept
		for from := range len(words) - n {
			if got := Split([]string{strings.Join(words[from:from+n], " ")}).Sample(); len(got) != 1 {
				t.Errorf("%d words are found by %d", n, got)
			}
		}
	}
	for n, want := range map[int][2]int{0: {0, 0}, 4: {0, 0}, 5: {1, 1}, 6: {1, 2}, 12: {1, 8}, 13: {2, 9}, 16: {3, 12}} {
		d := Split([]string{strings.Join(words[:n], ", ")})
		sample, places := d.Sample(), d.Places()
		if len(places) != want[1] || len(sample) > len(places) || (len(sample) == 0) != (want[0] == 0) {
			t.Errorf("%d words have %d samples of %d places, want %v", n, len(sample), len(places), want)
		}
		for _, s := range sample {
			if !slices.Contains(places, s) {
				t.Errorf("%d words: %d is no place", n, s)
			}
		}
	}
	if got := Split([]string{"one two three four five"}).Places(); !slices.Equal(got, []int64{-3154590016946225473}) {
		t.Errorf("five words are %d", got)
	}
	if got := Split([]string{strings.Repeat("one two three four five ", 9)}).Places(); len(got) != 5 {
		t.Errorf("five words again and again are %d places", len(got))
	}
	if got := Split([]string{strings.Join(words, " ")}).Sample(); !slices.Equal(got, []int64{127423220107999731}) {
		t.Errorf("sixteen words are found by %d", got)
	}
}
