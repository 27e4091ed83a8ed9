package submission

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/language"
)

func TestCharactersThatArePrinted(t *testing.T) {
	for in, want := range map[string]string{
		"a\tb\nc": "a\tb\nc", "a\r\nb\rc": "a\n\nb\nc", "a\u0085b\u2028c\u2029d": "a\nb\nc\nd", "a\u00a0b\u3000c\u202fd": "a b c d", "a\u200cb\u200dc": "a\u200cb\u200dc",
		"a\x00\x0b\x1f\x7f\u0080b": "ab", "a\u200e\u202e\u00ad\ufeffb": "ab", "a\ufdd0\ufdd2\ufdefb": "ab", "a\ufdcfb": "a\ufdcfb", "a\ufdf0b": "a\ufdf0b",
		"a\ufffe\uffff\U0001fffe\U0010ffffb": "ab", "a\ufffdb": "a\ufffdb", "a\ue000b": "ab", "e\u0301": "é", "a\xffb": "ab",
	} {
		if got := printable(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"a\r\nb": "a\nb", "a < b > c": "a < b > c", "<x>": "<x>", "<p>a</p><P class=x>b": "\n\na\n\n\n\nb", "a<br>b<BR />c": "a\nb\nc", "<b>a</b> &amp; b": "a & b", "a &amp; b": "a &amp; b",
		"<script>x</script>a": "a", "<li>a<li>b": "\n\na\n\nb", "<o:p>a</o:p>": "a",
	} {
		if got := fromHTML(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"a": "", "a \u2600": "\u2600", "\u25ff": "", "\u27bf": "\u27bf", "\u27c0": "", "\U0001f000": "\U0001f000", "\U0001efff": "", "\U0001faff": "\U0001faff", "\U0001fb00": "",
		"\u2b1a": "", "\u2b1b": "\u2b1b", "\u2b55": "\u2b55", "\u2b56": "", "1\ufe0f": "1\ufe0f", "1\u20e3": "1\u20e3", "😀 ☀": "😀",
	} {
		if got := emoji(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	for s, want := range map[string]bool{
		"https://a.example": true, "http://a.example/x?y": true, "ftp://a.example": false, "https://": false, "a.example": false, "https://a.example/a b": false, "https://a.example/<": false, "https://a.example/>": false, "https://a.example/\"": false, "": false,
	} {
		if got := webAddress(s); got != want {
			t.Errorf("%q: %t", s, got)
		}
	}
}

// A signature is cut off where it is one, and no longer than one.
func TestSignaturesThatAreCut(t *testing.T) {
	words := func(n int) string { return strings.TrimSpace(strings.Repeat("w ", n)) }
	for in, want := range map[string]string{
		"Words.\n\nBest,\nAna":                        "Words.",
		"Words.\n--\n" + words(99):                    "Words.",
		"Words.\n -- \nAna":                           "Words.",
		"Words.\n---\nAna":                            "-",
		"Best,\nAna":                                  "-",
		"--\nAna":                                     "-",
		"Words.\nThanks\n" + words(30):                "Words.",
		"Words.\nThanks\n" + words(31):                "-",
		"Words.\nThanks" + strings.Repeat("\nw", 8):   "Words.",
		"Words.\nThanks" + strings.Repeat("\nw", 9):   "-",
		"Words.\nSent from my phone":                  "Words.",
		"Words.\nSent from my phone\n\n":              "Words.",
		"Words.\nSent from my phone\nMore.":           "-",
		"Words.\nMit freundlichen Grüßen\nAna":        "Words.",
		"Words.\nSaludos cordiales,\nAna":             "Words.",
		"Words.\nEnvoyé depuis mon iPhone":            "Words.",
		"Words.\nBest of all is that\nit held.":       "-",
		"One.\n\nTwo.\n\nCheers!\n\nAna\nThe Paper\n": "One.\n\nTwo.",
	} {
		got, cut := cutSignature(in)
		if !cut {
			got = "-"
		}
		if got != want {
			t.Errorf("%.60q: %q, want %q", in, got, want)
		}
	}
}

func TestStarsThatAreTakenOff(t *testing.T) {
	for in, want := range map[string]string{
		"*a*": "a", "_a b_": "a b", " *a* ": "a", "**": "-", "*a": "-", "* a*": "-", "*a* and *b*": "a and b", "a *b* c": "a b c", "a **b** c": "a b c", "(_b_)": "(b)", "a*b*c": "-", "2 * 3 * 4": "-", "a_b_c": "-",
		"*a\nb*": "a\nb", "__a__, b": "a, b", "“*a*”": "“a”",
	} {
		got, ok := unstarred(in)
		if !ok {
			got = "-"
		}
		if got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]bool{"- a\n- b": true, "- a\nb": false, "1. a\n2) b": true, "1 a\n2 b": false, "• a\n\n• b": true, "-a\n-b": false, " – a\n — b": true, "123. a\n124. b": false} {
		if got := listed(in); got != want {
			t.Errorf("%q is a list: %t", in, got)
		}
	}
	for _, c := range []struct {
		before, after, r rune
		want             bool
	}{{'a', 'b', '\'', true}, {'7', 's', '’', true}, {'a', ' ', '\'', false}, {' ', 'b', '\'', false}, {'a', '7', '\'', false}, {'a', 'b', '"', false}, {'-', 'b', '’', false}} {
		if got := within(c.before, c.after, c.r); got != c.want {
			t.Errorf("%c%c%c: %t", c.before, c.r, c.after, got)
		}
	}
}

// Each field has room for so much, and what is over is said and cut.
func TestHowMuchAFieldTakes(t *testing.T) {
	cat := language.Of("en")
	for _, c := range []struct {
		n, text int
		want    string
	}{
		{maxLine, MaxText, ""},
		{maxLine + 1, MaxText, "org speaker title "},
		{1, MaxText + 1, "text "},
		{1, 4 * MaxText, "text "},
		{1, 4*MaxText + 1, "text text "},
	} {
		name := strings.Repeat("Ä", c.n)
		words, problems := Clean(Words{Speaker: name, Title: name, Org: name, Text: strings.Repeat("ä", c.text-1) + ".", Style: "none"}, cat)
		fields := map[string]int{}
		for _, p := range problems {
			if !p.Advice {
				fields[p.Field]++
			}
		}
		got := ""
		for _, f := range []string{"org", "speaker", "title", "text"} {
			got += strings.Repeat(f+" ", fields[f])
		}
		if got != c.want || len([]rune(words.Org)) > maxLine || words.Style != AfterFirst || words.Language != "en" {
			t.Errorf("%d and %d: %q, want %q", c.n, c.text, got, c.want)
		}
	}
	for _, c := range []struct{ style, want string }{{"said-first", "said-first"}, {"said", "said"}, {"dash", "dash"}, {"lead-in", "lead-in"}, {"block", "block"}, {"", "said-first"}, {"loud", "said-first"}} {
		words, problems := Clean(Words{Style: Style(c.style)}, cat)
		var fields []string
		for _, p := range problems {
			fields = append(fields, p.Field)
		}
		if string(words.Style) != c.want || fmt.Sprint(fields) != "[text org speaker]" {
			t.Errorf("%q: %q, %v", c.style, words.Style, fields)
		}
	}
}

func TestHowWordsAreEscaped(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "a": "a", "-a": `\-a`, "+a": `\+a`, "=a": `\=a`, "1. a": `1\. a`, "12) a": `12\) a`, "1a": "1a", "1234567890. a": "1234567890. a", "a-b": "a-b", `\`: `\\`, "`*_[]<>&#~|": "\\`\\*\\_\\[\\]\\<\\>\\&\\#\\~\\|", "{said}": "&#123;said}",
	} {
		if got := escape(in); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
	for in, want := range map[string]int{"": 0, "one two": 2, "one, two – 3!": 3, "it’s 1,204": 2, "— …": 0, "図書": 2} {
		if got := (Words{Text: in}).Count(); got != want {
			t.Errorf("%q has %d words, want %d", in, got, want)
		}
	}
	a := Words{Speaker: "a", Title: "b", Org: "c", Text: "d", Attribution: "e", Link: "f", Style: Dash}
	for i, change := range []func(w *Words){
		func(w *Words) { w.Link, w.Style, w.MayEdit = "", "", true }, func(w *Words) { w.Speaker = "" }, func(w *Words) { w.Title = "" }, func(w *Words) { w.Org = "" }, func(w *Words) { w.Text = "" }, func(w *Words) { w.Attribution = "" },
	} {
		b := a
		change(&b)
		if got := a.Same(b); got != (i == 0) {
			t.Errorf("change %d: the same %t", i, got)
		}
	}
}

// Who goes on saying it is left out with the blanks round it, and nobody else is.
func TestWhoGoesOnSayingIsLeftOut(t *testing.T) {
	cat := language.Of("de")
	for in, want := range map[string]string{
		"„Wir wussten es“, sagt Ana Ruiz. „Er schwieg“, so Ruiz weiter. „Nun nicht.“": "„Wir wussten es“, sagt Ana Ruiz. „Er schwieg.“ „Nun nicht.“",
		"„Wir wussten es“, sagt Ana Ruiz. „Er schwieg“, so Tom Quill. „Nun nicht.“":   "„Wir wussten es“, sagt Ana Ruiz. „Er schwieg“, so Tom Quill. „Nun nicht.“",
		"„Wir wussten es“, sagt Ana Ruiz. „Er schwieg!“, sagt sie weiter.":            "„Wir wussten es“, sagt Ana Ruiz. „Er schwieg!“",
	} {
		if got := attributedOnce(in, "Ana Ruiz", cat); got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}

// A name that came with markup is the name.
func TestASpeakerWithMarkupIsWhoIsQuoted(t *testing.T) {
	in := Words{Text: "“The port knew,” said Ana Ruiz.", Speaker: "<b>Ana Ruiz</b>", Org: "<b>Port Watch</b>"}
	if out, told := pasted(in, language.Of("en")); out.Text != "The port knew." || len(told) != 1 {
		t.Errorf("%+v %v", out, told)
	}
}
