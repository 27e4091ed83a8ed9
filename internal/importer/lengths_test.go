package importer

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// filled is a text of so many characters, of words of three letters between a beginning and an end.
func filled(begin, end string, size int) string {
	n := size - len([]rune(begin)) - len([]rune(end))
	return begin + strings.Repeat("oar ", n/4) + "oarsmen"[:n%4] + end
}

// ofWords are so many words between a beginning and an end.
func ofWords(begin, end string, words int) string {
	n := words - len(strings.Fields(begin+" "+end))
	return strings.TrimSpace(begin + strings.Repeat(" oar", n) + " " + end)
}

// Lines on both sides of the length at which they are taken for something else.
func TestLengthsAtTheEdge(t *testing.T) {
	t.Parallel()
	const (
		headline = "Harbor groups ask the port for its tests"
		opening  = headline + "\n\nMARLOW, Mass. – Eleven groups have asked the port to publish its water tests.\n\n"
		quote    = opening + "Ana Ruiz, director of River Alliance, came.\n\n“We have read all of it,” "
	)
	var b strings.Builder
	alone, err := Import("a.txt", []byte(opening), Options{Today: today, Email: "press@office.example"})
	if err != nil {
		t.Fatal(err)
	}
	usual := lines(alone)
	for _, c := range []struct {
		name  string
		limit int
		of    func(n int) string
	}{
		{"characters of a line of release", 160, func(n int) string {
			return filled("FOR IMMEDIATE RELEASE: ", "", n) + "\n\n" + opening
		}},
		{"characters of a line that asks at the head", 300, func(n int) string {
			return filled("Press contact: Dana Whitlock, dana@harbor.example, ", "", n) + "\n\n" + opening
		}},
		{"characters of a line that asks at the foot", 300, func(n int) string {
			return opening + "###\n\n" + filled("Press contact: Dana Whitlock, dana@harbor.example, ", "", n)
		}},
		{"words of a line that is no headline", 45, func(n int) string { return ofWords("Harbor", "", n) + "\n\nThe port answered." }},
		{"words of an item that is no headline", 25, func(n int) string {
			return headline + "\n\n- " + ofWords("Harbor", "", n) + "\n\n- One more"
		}},
		{"words of a sentence that is no headline", 14, func(n int) string { return ofWords("Harbor", "ends.", n) + "\n\nThe port answered." }},
		{"characters of a line of release in the copy", 120, func(n int) string { return opening + filled("FOR IMMEDIATE RELEASE: ", "", n) }},
		{"words of a line with an address at the foot", 20, func(n int) string {
			return opening + "###\n\n" + ofWords("Dana", "dana@harbor.example", n)
		}},
		{"characters before a label's colon", 50, func(n int) string {
			return opening + filled("Notes to editors of ", ": The tests of the port are of 2022 and of this spring.", n+55)
		}},
		{"characters of a line that says how to reach somebody", 300, func(n int) string {
			return opening + filled("For more information: Dana Whitlock, dana@harbor.example, ", "", n)
		}},
		{"characters before a colon behind which is whom to ask", 60, func(n int) string {
			return opening + "For more information" + filled(" about ", "", n) + ": Dana Whitlock, dana@harbor.example"
		}},
		{"characters of a phrase", 400, func(n int) string {
			return quote + "said Ana Ruiz, " + filled("", "", n-9) + "."
		}},
		{"characters of a phrase of two", 400, func(n int) string {
			return quote + "said " + filled("Ana Ruiz and Tom Reed, co-chairs of the River Alliance, who ", "", n) + "."
		}},
		{"characters of a sentence that tells", 500, func(n int) string {
			return opening + filled("Lea Voss, director of Harbor Table, said that the lamps are lit and ", "", n+1) + ". “We wait,” she said."
		}},
		{"characters of a clause with that", 400, func(n int) string {
			return opening + filled("The port of the ", " Ana Ruiz said", n) + " that “the old lamps are all lit.”"
		}},
		{"characters of a line above words", 300, func(n int) string {
			return opening + filled("Ana Ruiz, director of River Alliance, ", " said:", n) + "\n\n“We have read all of it.”"
		}},
		{"words of a signature", 30, func(n int) string {
			return opening + "“We have read all of it.”\n\n– " + ofWords("Ana Ruiz, director of River Alliance, who", "", n)
		}},
		{"marks of a paragraph", 60, func(n int) string {
			return opening + strings.Repeat("“a” ", n/2-1) + strings.Repeat("“", n%2) + "and “we have read all of it,” said Ana Ruiz."
		}},
		{"characters of a paragraph", 16 << 10, func(n int) string {
			return opening + filled("“We have read all of it,” said Ana Ruiz. Oars ", " go.", n-4) + "\n\n“And more.”"
		}},
		{"lines of a text that is set in lines", 150, func(n int) string {
			return headline + "\n\n" + filled("MARLOW, Mass. – Eleven ", "", n) + "\nhave asked the port to publish its water tests now that it is so late and\nthe year is over.\n"
		}},
		{"characters of lines that are set", 45, func(n int) string {
			return headline + "\n\n" + filled("MARLOW – Eleven ", "", n) + "\n" + filled("have ", "", n) + "\nasked."
		}},
		{"characters of lines of which a sentence goes on", 60, func(n int) string {
			return "Oars\nAre\nHere\nNow\nAnd\nLater\nToo\n\n" + filled("Eleven ", "", n) + "\nhave asked.\n\n" + filled("Eleven ", "", n) + "\nhave asked."
		}},
		{"a line that ends a paragraph, of a hundred", 60, func(n int) string {
			return headline + "\n\n" + filled("Eleven ", "", 100) + "\n" + filled("have ", "", n) + "\n" + filled("asked ", "", 100) + "\nfor it."
		}},
		{"characters before a sentence that goes on", 60, func(n int) string {
			return headline + "\n\n" + filled("Eleven ", "", 62) + "\n" + filled("have ", "", 62) + "\nasked.\n\n" + filled("Eleven ", "", n) + "\n\nhave asked for all of it."
		}},
		{"characters of an address that is told", 100, func(n int) string {
			return "# " + headline + "\n\nMARLOW, Mass. – Eleven groups asked.\n\n![The pier](" + strings.ReplaceAll(filled("", "", n), " ", "-") + ")"
		}},
		{"pictures of a page", maxPictures, func(n int) string {
			return "# " + headline + "\n\nMARLOW, Mass. – Eleven groups asked.\n\n" + strings.Repeat("![The pier](https://harbor.example/a.jpg)\n", n-2) +
				"![The quay](https://harbor.example/b.jpg)\n![An oar](https://harbor.example/c.jpg)\n"
		}},
		{"items above a release", farBelow, func(n int) string {
			return strings.Repeat("- News\n", n-1) + "\nFOR IMMEDIATE RELEASE\n\n" + opening
		}},
	} {
		for n := c.limit - 1; n <= c.limit+1; n++ {
			file, source := "a.txt", c.of(n)
			if strings.HasPrefix(source, "# ") {
				file = "a.md"
			}
			r, err := Import(file, []byte(source), Options{Today: today, Email: "press@office.example"})
			if err != nil {
				t.Fatal(err)
			}
			var said []string
			for _, l := range lines(r) {
				if slices.Contains(usual, l) {
					continue
				}
				if signs := []rune(l); len(signs) > 50 {
					l = string(signs[:25]) + "…" + string(signs[len(signs)-20:])
				}
				said = append(said, l)
			}
			fmt.Fprintf(&b, "%s, %d: %s\n", c.name, n, strings.Join(said, " / "))
		}
	}
	expect.File(t, "lengths.golden.txt", b.String())
}

// What is too much to be read at all.
func TestMostThatIsRead(t *testing.T) {
	t.Parallel()
	nested := func(depth int) string {
		var b strings.Builder
		b.WriteString("Subject: Harbor groups ask the port\r\n")
		for i := range depth {
			fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n", i, i)
		}
		return b.String() + "Content-Type: text/plain\r\n\r\nEleven groups asked.\r\n"
	}
	for name, c := range map[string]struct{ file, data, want string }{
		"a mail as deep as can be":  {"a.eml", nested(20), "the mail is damaged"},
		"a mail that is deeper":     {"a.eml", nested(21), "deeper ones, than can be read"},
		"a mail as long as can be":  {"a.eml", "Subject: x\r\nContent-Type: text/plain\r\n\r\n" + strings.Repeat("\x01", maxText), "no text"},
		"a mail that is longer":     {"a.eml", "Subject: x\r\nContent-Type: text/plain\r\n\r\n" + strings.Repeat("\x01", maxText+1), errTooLong.Error()},
		"a file as long as can be":  {"a", "%PDF" + strings.Repeat("\x01", MaxBytes-4), "it is a PDF"},
		"a text as long as can be":  {"a", strings.Repeat("\x01", maxText), "no text"},
		"bars as many as can be":    {"a.md", "# Harbor groups ask\n\n" + strings.Repeat("|", 20_000), ""},
		"bars, one more":            {"a.md", "# Harbor groups ask\n\n" + strings.Repeat("|", 20_001), errTooLong.Error()},
		"paragraphs as many":        {"a.txt", strings.Repeat("a\n\n", maxParas), ""},
		"paragraphs, one more":      {"a.txt", strings.Repeat("a\n\n", maxParas+1), errTooLong.Error()},
		"a page as long as can be":  {"a.rtf", "{\\rtf" + strings.Repeat("\x01", MaxBytes-5), "it is RTF"},
		"a page that is one longer": {"a.rtf", "{\\rtf" + strings.Repeat("\x01", MaxBytes-4), "larger than 32 MiB"},
	} {
		_, told, err := read(c.file, []byte(c.data))
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, %.100q; want %q", name, err, told, c.want)
		}
	}
	if _, err := ShownBy("a", []byte("{\\rtf"+strings.Repeat("\x01", MaxBytes-5))); err == nil || strings.Contains(err.Error(), "larger") {
		t.Error(err)
	}
}

// Which files are pictures, and what a release calls them.
func TestPicturesByTheirNames(t *testing.T) {
	for name, want := range map[string]string{
		"img/A.JPG": "media/img-a.jpg", "a.jpeg": "media/a.jpeg", "a.png": "media/a.png", "a.gif": "media/a.gif", "old/walk/a.webp": "media/old-walk-a.webp",
		"a.svg": "media/a.svg", "図.png": "media/picture.png", "a.jp": "", "a.pdf": "", "jpg": "", "a.jpgx": "",
	} {
		if IsPicture(name) != (want != "") {
			t.Errorf("%s is a picture: %t", name, IsPicture(name))
		}
		if got := mediaName(name); want != "" && got != want {
			t.Errorf("%s is called %s, want %s", name, got, want)
		}
	}
}
