package markup

import (
	"strings"
	"testing"
)

// written is a text as Markdown, with what was left out below it; "" where it is in no markup.
func written(name, text string) string {
	out, left, ok := Markdown(name, text)
	if !ok {
		return ""
	}
	if len(left) > 0 {
		out += "\nleft " + strings.Join(left, "|")
	}
	return out
}

// TestEachEndingOfAName tells the markup, whatever the text is like.
func TestEachEndingOfAName(t *testing.T) {
	t.Parallel()
	for ending, want := range map[string]string{
		".adoc": "* [b]a[/b] ''c''", ".asciidoc": "* [b]a[/b] ''c''", ".asc": "* [b]a[/b] ''c''",
		".wiki": "* [b]a[/b] *c*", ".mediawiki": "* [b]a[/b] *c*",
		".rst": "* [b]a[/b] ''c''", ".rest": "* [b]a[/b] ''c''", ".textile": "* [b]a[/b] ''c''", ".bbcode": "* **a** ''c''",
		".txt": "", ".ado": "", ".as": "", ".wik": "", ".rs": "", ".textil": "", ".bbcod": "",
	} {
		if got := written("lamps"+ending, "* [b]a[/b] ''c''"); got != want {
			t.Errorf("%s: %q, want %q", ending, got, want)
		}
	}
}

// TestEachNameOfAFileInAWiki, of a picture and of a category: what such a link shows is no text.
func TestEachNameOfAFileInAWiki(t *testing.T) {
	t.Parallel()
	for _, name := range strings.Fields("file image bild datei fichier archivo immagine bestand ficheiro imagem " +
		"category kategorie catégorie categoría categoria categorie File IMAGE") {
		link := "[[" + name + ":pier.jpg|thumb|The [[quays]] by night]]"
		if got, want := written("a.wiki", "Lamps "+link+" burn"), "Lamps  burn\nleft "+link; got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
		short := name[:len(name)-1] // "image" of "imagem" is one itself
		if got, want := written("a.wiki", "Lamps [["+short+":pier.jpg|quays]]"), "Lamps quays"; got != want && short != "image" {
			t.Errorf("%s: %q, want %q", short, got, want)
		}
	}
}

// TestSignsOfAWiki writes each of them, and leaves what only looks like one.
func TestSignsOfAWiki(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"a<ref name=\"x\" />b":                           "ab",
		"a<ref>Lamps,\np. 4</ref>b<ref name=x>c</ref>":   "ab",
		"__TOC__a__NOTOC__b__x__":                        "ab__x__",
		"[[de:Lampen]]\n[[zh-min:Lamps]] \na":            "\n\na",
		"a [[de:Lampen]]":                                "a de:Lampen",
		"[[long:Lamps]]":                                 "long:Lamps",
		"[[Quays|the quays]] and [[Lamps]]":              "the quays and Lamps",
		"[[Quays|a|b]]":                                  "[[Quays|a|b]]",
		"[https://h.example Lamps] [http://h.example]":   "[Lamps](https://h.example) http://h.example",
		"[mailto:ana@h.example Ana] [//h.example Lamps]": "[Ana](mailto:ana@h.example) [Lamps](//h.example)",
		"[ftp://h.example Lamps]":                        "[ftp://h.example Lamps]",
		"= a =\n====== b ======\n==c==":                  "\n# a\n\n\n###### b\n\n\n## c\n",
		"# a\n## b\n#c":                                  "1. a\n1. b\n1. c",
		": a\n;; b\n:;c":                                 "a\nb\nc",
		"----\n-----\n---":                               "\n\n---",
		"'''''a''''' '''b''' ''c'' d'e":                  "***a*** **b** *c* d'e",
		"{{a|{{b|{{c}}}}}}d":                             "d\nleft {{c}}|{{b|}}|{{a|}}",
		"{{a|{{b|{{c|{{d}}}}}}}}e":                       "{{a|}}e\nleft {{d}}|{{c|}}|{{b|}}",
	} {
		if got := written("a.wiki", text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestLinesOfAsciiDocThatAreForPrograms stand in no release; those that say something are told.
func TestLinesOfAsciiDocThatAreForPrograms(t *testing.T) {
	t.Parallel()
	for _, line := range strings.Fields("---- ------ ==== ====== **** ***** ____ ______ .... ...... ++++ -- + ''' |=== // //lamps") {
		if got := written("a.adoc", "a\n"+line+"\nb"); got != "a\n\nb" {
			t.Errorf("%s: %q", line, got)
		}
	}
	for _, line := range strings.Fields("[NOTE] [lamps] toc::[] ifdef::a[] ifndef::a[] endif::[] include::a.adoc[] //:") {
		if got := written("a.adoc", "a\n"+line+"\nb"); got != "a\n\nb\nleft "+line {
			t.Errorf("%s: %q", line, got)
		}
	}
	for _, line := range strings.Fields("--- === *** ___ ... +++ - '' |== / to::[] ifde::a[] lamps::a[] [a]b") {
		if got := written("a.adoc", "a\n"+line+"\nb"); got != "a\n"+line+"\nb" {
			t.Errorf("%s: %q", line, got)
		}
	}
	for line, want := range map[string]string{
		"2026-05-04": "2026-05-04", "4 May 2026": "4 May 2026", "14 May 2026": "14 May 2026", "May 4, 2026": "May 4, 2026",
		"May 14, 2026":    "May 14, 2026",
		"v1.2,2026-05-04": "2026-05-04", "v1.2, 2026-05-04: a second one": "2026-05-04", "2026-05-04: the first": "2026-05-04",
		"2026-05-4": "", "2026-05-04 and on": "", "4 May 26": "", "lamps 2026-05-04": "",
	} {
		out := "Ana Ruiz\n\n\n# Lamps\n\n\nDate: " + want + "\n"
		if want == "" {
			out = "Ana Ruiz\n\n\n# Lamps\n\n" + line
		}
		if got := written("a.adoc", "= Lamps\nAna Ruiz\n"+line); got != out {
			t.Errorf("%s: %q, want %q", line, got, out)
		}
	}
	for text, want := range map[string]string{
		"= Lamps\r\nAna Ruiz  \r\n2026-05-04\r\n\r\nThe quays +\r\nburn": "Ana Ruiz\n\n\n# Lamps\n\n\nDate: 2026-05-04\n\n\nThe quays  \nburn",
		"a\n======  b ":                  "a\n======  b",
		"====== b":                       "\n###### b\n",
		"======= c":                      "======= c",
		"image:a.png[]":                  "![](a.png)",
		"image::a.png[Lamps]":            "![Lamps](a.png)",
		"image::a.png[Lamps, link=x]":    "![Lamps](a.png)",
		"image::a.png[alt=x]":            "![alt](a.png)",
		"image::a.png[] b":               "image::a.png[] b",
		"[quote, \"Ana Ruiz\"]\na":       "\n> a\n>\n> — Ana Ruiz\n\n",
		"[quote, Ana Ruiz , ]\na":        "\n> a\n>\n> — Ana Ruiz\n\n",
		"a image:b.png[]":                "a image:b.png[]",
		"http://h.example[a]":            "[a](http://h.example)",
		"link:https://h.example[ ]":      "https://h.example",
		"mailto:ana@h.example[]":         "ana@h.example",
		"link:quays.html[a]":             "link:quays.html[a]",
		":!a!: x\n\n:b-c: d\n:Date: e\n": "\n\nDate: e\n\n\nleft :!a!: x|:b-c: d",
	} {
		if got := written("a.adoc", text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestEachTagOfBBCode that says how something looks is left out, with what it is set to.
func TestEachTagOfBBCode(t *testing.T) {
	t.Parallel()
	for _, tag := range strings.Fields("i u s size color colour font center left right justify list url email quote table tr td th hr sup " +
		"sub indent h1 h6 p I SIZE") {
		for _, open := range []string{"[" + tag + "]", "[/" + tag + "]", "[" + tag + "=4]"} {
			if got := written("a.bbcode", "Lamps "+open+" burn"); got != "Lamps  burn" {
				t.Errorf("%s: %q", open, got)
			}
		}
	}
	for _, tag := range strings.Fields("[x] [bi] [siz] [h7] [indent [lis] [//b] [centre]") {
		if got := written("a.bbcode", "Lamps "+tag+" burn"); got != "Lamps "+tag+" burn" {
			t.Errorf("%s: %q", tag, got)
		}
	}
	for text, want := range map[string]string{
		"[b][size=4]Lamps[/size][/b]\nburn":         "# Lamps\n\nburn",
		"a [b][color=red]L[/color][/b]":             "a **L**",
		"a [b][font=x]L[/font][/b]":                 "a **L**",
		"a [b][center][u][i]L[/i][/u][/center][/b]": "a **L**",
		"[quote]a[/quote]":                          "\n> a\n\n",
		"[quote]\n a\nb \n[/quote]":                 "\n> a\n> b\n\n",
		"[quote=Ana Ruiz]a[/quote]":                 "\n> a\n>\n> — Ana Ruiz\n\n",
		"[quote=\"Ana\" post=4]a\nb[/quote]":        "\n> a\n> b\n>\n> — Ana\n\n",
		"[url=\"https://h.example\"]a[/url]":        "[a](https://h.example)",
		"[email=ana@h.example]Ana[/email]":          "[Ana](ana@h.example)",
		"[img width=4]a.png[/img] [IMG]b.png[/IMG]": "![](a.png) ![](b.png)",
		"[list]\n [*] a\n[*]b\n[/list]":             "\n* a  \n* b\n",
	} {
		if got := written("a.bbcode", text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestDirectivesOfReStructuredText are for programs, or set words off, or only stand before them.
func TestDirectivesOfReStructuredText(t *testing.T) {
	t.Parallel()
	for _, name := range strings.Fields("raw toctree contents code code-block meta include role RAW") {
		if got := written("a.rst", ".. "+name+":: a\n\n   b\n\nLamps"); got != "Lamps\nleft .. "+name+":: a" {
			t.Errorf("%s: %q", name, got)
		}
	}
	for _, name := range strings.Fields("pull-quote epigraph highlights blockquote Epigraph") {
		if got := written("a.rst", ".. "+name+":: a\n\n   b\n\nLamps"); got != "\n> a\n> b\n\n\nLamps" {
			t.Errorf("%s: %q", name, got)
		}
	}
	for _, name := range strings.Fields("ra toctre content cod code-bloc met includ rol pull-quot epigrap highlight blockquot note") {
		if got := written("a.rst", ".. "+name+":: a\n\n   b\n\nLamps"); got != "\na\n\nb\n\nLamps" {
			t.Errorf("%s: %q", name, got)
		}
	}
	for text, want := range map[string]string{
		"..\n a\nb": "b\nleft ..", "..a": "..a", "a\n=\nb": "a\n=\nb", "a\n==\nb": "a\n==\nb",
		"a\n===\nb": "\n# a\n\nb", "|  a\n |b": " a  \n |b",
		"`a`__ `b <https://h.example>`__ :role-x:`c d`": "a [b](https://h.example) c d",
		"====\nLamps\n====":                             "\n# Lamps\n", ":Date: 4 May 2026\n:TITLE: Lamps\n:a: b": "Date: 4 May 2026\n\n\n# Lamps\n\nleft :a: b",
		".. epigraph::\n\u00a0\n   a\nb": "\n> a\n\n\nb", ".. image:: a.png\n\n   :alt: Quays\n\n   Lamps": "\n![Quays](a.png)\n\nLamps\n",
		"===b": "===b", "---- b": "---- b", "a  \n | b ": "a\nb  ", "Lamps\n=====  \nb ": "\n# Lamps\n\nb", "| The `quays`_ ": "The quays  ",
		".. image:: a.png  \n  \n   `b`_ ": "\n![](a.png)\n\nb\n", ".. note:: The `quays`_  \n": "\nThe quays\n\n\n",
		".. epigraph::\n\n   a\n\n": "\n> a\n\n",
		"a\r\n===\r\nb":             "\n# a\n\nb",
	} {
		if got := written("a.rst", text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	for _, sign := range strings.Split("=~^\"'*+#`:_.-", "") {
		if got := written("a.rst", "Lamps\n"+strings.Repeat(sign, 5)+"\nb"); got != "\n# Lamps\n\nb" {
			t.Errorf("under %s: %q", sign, got)
		}
	}
}

// TestSignsOfTextile writes each of them, and leaves what only looks like one.
func TestSignsOfTextile(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{
		{"h1. a\nh6. b\nh7. c\nh0. d", "\n# a\n\n\n###### b\n\nh7. c\nh0. d"},
		{"h2(lamp). a\nh3{color:red}. b\nh4<>=. c", "\n## a\n\n\n### b\n\n\n#### c\n"},
		{"bq. a\nb\n\nc", "\n> a\n> b\n\n\n\nc"},
		{"bq(lamp). a", "\n> a\n\n"},
		{"bq.:https://h.example a", "\n> a\n\n"},
		{"p. a\np(lamp). b\np{x}>. c\ndiv. d\nnotextile. e\nq. f", "a\nb\nc\nd\ne\nq. f"},
		{"# a\n## b\n#c", "1. a\n1. b\n#c"},
		{"!a.jpg! !>b.jpeg(Quays)! !(x)c.png!:https://h.example", "![](a.jpg) ![Quays](b.jpeg) ![](c.png)"},
		{"!a.gif! !<b.svg! !=c.webp! !d.pdf!", "![](a.gif) ![](b.svg) ![](c.webp) !d.pdf!"},
		{"\"a\":https://h.example. \"b\":http://h.example/b, \"c\":/c; \"d\":d", "[a](https://h.example). [b](http://h.example/b), [c](/c); \"d\":d"},
		{"\"ana@h.example\":mailto:ana@h.example \"Ana\":mailto:ana@h.example", "ana@h.example [Ana](mailto:ana@h.example)"},
	} {
		text, want := c[0], c[1]
		if got := written("a.textile", text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestEachSignThatTellsAMarkup, in a file whose name tells none, and what is no sign.
func TestEachSignThatTellsAMarkup(t *testing.T) {
	t.Parallel()
	signs := []string{
		"= Lamps\n:a-b: c", " \n= Lamps\nAna\n== Quays", "= Lamps\n\nimage::a.png[]",
		"'''Lamps''' of\nthe [[Quay]]", "[[Quay|a]] of '''Lamps'''", "a\n== Lamps ==\n'''b", "==Lamps==\n[[b",
		"h1. a", "\n h2. a", "h3(lamp). a",
	}
	for _, name := range strings.Fields("image figure pull-quote epigraph note contents") {
		signs = append(signs, "a\n.. "+name+":: b")
	}
	for _, tag := range strings.Fields("b i size=4 url=a quote=b center B") {
		name, _, _ := strings.Cut(tag, "=")
		signs = append(signs, "["+tag+"]a\n[/"+name+"] [url=c]d[/url]")
	}
	for _, tag := range strings.Fields("url quote size=4 img list color=red IMG") {
		signs = append(signs, "[b]a[/b]\n["+tag+"]")
	}
	for _, text := range signs {
		if written("a.txt", text) == "" || written("a.txt", text+" [c](d)") != "" {
			t.Errorf("%q is read: %t; with a link of Markdown: %t", text, written("a.txt", text) != "", written("a.txt", text+" [c](d)") != "")
		}
	}
	for _, text := range []string{
		"= Lamps", "a\n= Lamps\n:a-b: c", "=Lamps\n== Quays", "= Lamps\na == Quays", "= Lamps\n:a b: c", "= Lamps\nimage:a.png[]",
		"'''Lamps''' of the Quay", "[[Quay]] of ''Lamps''", "== Lamps\n'''b", "== Lamps ==\nb", "= Lamps =\n[[b",
		"h4. a", "a\nh1. b", "h1.a", "h1(. a", "a .. note:: b", ".. note: b", ".. not:: b", ".. lamps:: b",
		"[b]a[/b] [x]", "[b]a[b] [url]", "[x]a[/x] [url]", "[b]a[/b] [sizes]", "[b]a[/b]", "",
	} {
		if got := written("a.txt", text); got != "" {
			t.Errorf("%q is read as %q", text, got)
		}
	}
}
