package release

import (
	"strings"
	"testing"
)

// linked is Markdown with its links written as [words](address).
func linked(t *testing.T, src string) string {
	t.Helper()
	r, faults := read(t, "+++\n"+head+contact+"+++\n"+src+"\n")
	if r == nil {
		t.Fatalf("%s: %s", src, faults)
	}
	var b strings.Builder
	var write func(in []Inline)
	write = func(in []Inline) {
		for _, i := range in {
			switch i := i.(type) {
			case *Link:
				b.WriteString("[")
				write(i.Children)
				b.WriteString("](" + i.Href + ")")
			case *Emphasis:
				b.WriteString("*")
				write(i.Children)
				b.WriteString("*")
			default:
				b.WriteString(PlainText([]Inline{i}))
			}
		}
	}
	write(r.Versions[0].Body[0].(*Paragraph).Inlines)
	return b.String()
}

func TestAddressesInTheTextAreLinks(t *testing.T) {
	for src, want := range map[string]string{
		"See www.quay.example.":                             "See [www.quay.example](https://www.quay.example).",
		"See https://quay.example/a_b_c?d=e!":               "See [https://quay.example/a_b_c?d=e](https://quay.example/a_b_c?d=e)!",
		"Write to a.b+c@quay.example, please":               "Write to [a.b+c@quay.example](mailto:a.b+c@quay.example), please",
		"(www.quay.example/x_(y)) and":                      "([www.quay.example/x_(y)](https://www.quay.example/x_(y))) and",
		"“https://quay.example”":                            "“[https://quay.example](https://quay.example)”",
		"https://quay.example/a/*d*/__init__.py":            "[https://quay.example/a/*d*/__init__.py](https://quay.example/a/*d*/__init__.py)",
		"www.quay.example/_a_/b*, *c*":                      "[www.quay.example/_a_/b](https://www.quay.example/_a_/b)*, *c*",
		"*see https://quay.example/x_y_z*, now":             "*see [https://quay.example/x_y_z](https://quay.example/x_y_z)*, now",
		"*https://quay.example/x*-like":                     "*[https://quay.example/x](https://quay.example/x)*-like",
		"**at https://quay.example/x**; y":                  "*at [https://quay.example/x](https://quay.example/x)*; y",
		"[https://quay.example/_a_](https://x.org/_b_)":     "[https://quay.example/_a_](https://x.org/_b_)",
		"https://quay.example/a\\_b_c\\\ny":                 "[https://quay.example/a_b_c](https://quay.example/a_b_c)\ny",
		"www.quay.example'da, https://quay.example/x'i.":    "[www.quay.example](https://www.quay.example)'da, [https://quay.example/x](https://quay.example/x)'i.",
		"pier@2x.png, xmpp:desk@quay.example, E-mail:a@b.c": "pier@2x.png, xmpp:desk@quay.example, E-mail:[a@b.c](mailto:a@b.c)",
		"HTTPS://Quay.example:8080/":                        "[HTTPS://Quay.example:8080/](HTTPS://Quay.example:8080/)",
		"**https://quay.example**, once":                    "*[https://quay.example](https://quay.example)*, once",
		"図書館はhttps://quay.example/a。また":                     "図書館は[https://quay.example/a](https://quay.example/a)。また",
		"連絡先：（press@quay.example）まで":                        "連絡先：（[press@quay.example](mailto:press@quay.example)）まで",
		"at https://münchen.example/ä":                      "at [https://münchen.example/ä](https://münchen.example/ä)",
		"ב-https://quay.example/נמל":                        "ב-[https://quay.example/נמל](https://quay.example/נמל)",
		"לhttps://quay.example, בـwww.x.org":                "ל[https://quay.example](https://quay.example), בـ[www.x.org](https://www.x.org)",
		"עמ-press@quay.example":                             "עמ-[press@quay.example](mailto:press@quay.example)",
		"بـpress@quay.example":                              "بـ[press@quay.example](mailto:press@quay.example)",
		"자료는 https://quay.example/a에서, press@quay.example로": "자료는 [https://quay.example/a](https://quay.example/a)에서, [press@quay.example](mailto:press@quay.example)로",
		"x-www.quay.example, -www.x.org":                    "x-www.quay.example, -www.x.org",
		"[www.quay.example](https://x.org)":                 "[www.quay.example](https://x.org)",
		"<https://quay.example>":                            "[https://quay.example](https://quay.example)",
		"`www.quay.example`":                                "www.quay.example",
		"a@b, @quay, www., https://, www.x":                 "a@b, @quay, www., https://, www.x",
		"xwww.quay.example":                                 "xwww.quay.example",
		"at https://%zz.example/ there":                     "at https://%zz.example/ there",
		"Quay & Co: a, b@c.example; d":                      "Quay & Co: a, [b@c.example](mailto:b@c.example); d",
		"連絡先a@b.のため":                                        "連絡先a@b.のため",
		"sean.o'hara@quay.example":                          "sean.o'hara@quay.example",
		"Sean O’Hara: o’hara@quay.example":                  "Sean O’Hara: o’hara@quay.example",
		"l'info@quay.example, qu’à":                         "l'[info@quay.example](mailto:info@quay.example), qu’à",
		"dell’ufficio, all’info@quay.example":               "dell’ufficio, all’[info@quay.example](mailto:info@quay.example)",
		"as 'press@quay.example' says":                      "as '[press@quay.example](mailto:press@quay.example)' says",
		"‘x’ ’press@quay.example":                           "‘x’ ’[press@quay.example](mailto:press@quay.example)",
		"Costs $5@home.":                                    "Costs $5@home.",
	} {
		if got := linked(t, src); got != want {
			t.Errorf("%s\n got %s\nwant %s", src, got, want)
		}
	}
}

func TestALinkThatReadsAsItsAddressIsBare(t *testing.T) {
	for _, l := range []struct {
		words, href string
		bare        bool
	}{
		{"https://a.example/b", "https://a.example/b", true},
		{"a.example/b", "https://a.example/b", true},
		{"a@b.example", "mailto:a@b.example", true},
		{"+1 555", "tel:+1555", false},
		{"our page", "https://a.example/b", false},
	} {
		if got := (&Link{Href: l.href, Children: []Inline{&Text{l.words}}}).Bare(); got != l.bare {
			t.Errorf("%s for %s: %v", l.words, l.href, got)
		}
	}
}

// Partners type the words of quotes, and what they type becomes no markup.
func TestAnAddressInAQuoteStaysText(t *testing.T) {
	r, faults := read(t, "+++\n"+head+contact+`[[quote]]
org = "Tide"
speaker = "Ana Ruiz"
text = "Read www.tide.example, or write to ana@tide.example."
attribution = "writes Ana Ruiz on https://tide.example"
+++
Words.
`)
	if r == nil {
		t.Fatal(faults)
	}
	for _, b := range r.Main().Body {
		q, ok := b.(*Quotation)
		if !ok {
			continue
		}
		for _, in := range append([][]Inline{q.Attribution}, q.Paragraphs...) {
			for _, i := range in {
				if l, ok := i.(*Link); ok {
					t.Errorf("%s is a link", l.Href)
				}
			}
		}
		return
	}
	t.Error("there is no quote")
}
