package importer

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// all that is seen of a page, and what is not: its menu and footer are shown, its title
// and what is hidden are not.
const shownPage = `<html><head><title>Harbor</title></head><body><nav>Home</nav><article><h1>Harbor groups ask</h1><p>Eleven groups<br>asked the port.</p>` +
	`<p style="display:none">Hidden words.</p><table><tr><th>Pier</th><th>Lead</th></tr><tr><td>Two | three</td><td>16</td></tr></table></article>` +
	`<div class="gmail_signature">Dana Whitlock</div><footer>Unsubscribe</footer></body></html>`

func shownMail(kind, body string) string {
	return strings.ReplaceAll("From: Dana <press@harbor.example>\nTo: desk@paper.example\nSubject: Harbor\nDate: Fri, 20 Nov 2026 09:00:00 -0500\n"+
		"MIME-Version: 1.0\nContent-Type: "+kind+"\n\n"+body, "\n", "\r\n")
}

// What a source shows, whole, by whichever form it is in.
func TestWhatASourceShows(t *testing.T) {
	both := shownMail("multipart/alternative; boundary=b", "--b\nContent-Type: text/plain; charset=utf-8\n\nEleven groups asked \nthe port.\n\n-- \nDana Whitlock\n"+
		"--b\nContent-Type: text/html; charset=utf-8\n\n"+shownPage+"\n--b\nContent-Type: text/plain\nContent-Disposition: attachment\n\nattached\n--b--\n")
	var b strings.Builder
	for _, c := range []struct{ name, file, data string }{
		{"text", "a.txt", "Eleven groups \nasked the port.\n\n-- \nDana Whitlock\n"},
		{"nothing", "a.txt", ""},
		{"no text", "a.txt", strings.Repeat("\x00\x01", 30)},
		{"a page by its name", "A.HTML", "Eleven <b>groups</b> asked."},
		{"a page by its short name", "a.Htm", "Eleven <b>groups</b> asked."},
		{"a page by its first words", "a", "\xef\xbb\xbf \t\r\n<!DOCTYPE html><p>Eleven <b>groups</b> asked."},
		{"a page by its root", "a", "\n<HTML><p>Eleven <b>groups</b> asked."},
		{"a page by its declaration", "a", "<?XML version=\"1.0\"?><html><p>Eleven <b>groups</b> asked."},
		{"tags in a text", "a.txt", "<b>Eleven</b> groups"},
		{"all of a page", "a.html", shownPage},
		{"a page within too many others", "a.html", strings.Repeat("<div>", 3000)},
		{"a mail by its name", "a.EML", "Subject: x\r\n\r\nEleven groups asked \r\nthe port.\r\n"},
		{"a mail by its head", "a", shownMail("text/plain; charset=utf-8", "Eleven groups asked \nthe port.\n")},
		{"a mail in two forms", "a.eml", both},
		{"a mail in an encoding that nobody knows", "a.eml", shownMail("text/plain; charset=x-nobody", "Eleven groups asked.\n")},
		{"a mail without a text", "a.eml", shownMail("image/png", "none\n")},
		{"a mail of no text", "a.eml", shownMail("text/plain", strings.Repeat("\x00\x01", 30))},
		{"a mail with a page that is too deep", "a.eml", shownMail("text/html", strings.Repeat("<div>", 3000))},
		{"a mail that is none", "a.eml", "Eleven groups asked the port\r\nwithout a head"},
		{"a mail whose parts are damaged", "a.eml", shownMail("multipart/mixed; boundary=b", "--b\nno header\n--b--\n")},
		{"a mail whose parts end in the middle", "a.eml", shownMail("multipart/mixed; boundary=b", "--b\nContent-Type: text/plain\n\nEleven")},
		{"a mail whose code is damaged", "a.eml", shownMail("text/plain\nContent-Transfer-Encoding: base64", "!!!\n")},
		{"a Word document", "a.docx", wordOf(t)},
		{"a zip archive that is none", "a.docx", "PK\x03\x04"},
		{"an old Word document", "a", "\xd0\xcf\x11\xe0"},
		{"nearly an old Word document", "a", "\xd0\xcf\x11"},
		{"rich text", "a", `{\rtf1 Eleven}`},
		{"nearly rich text", "a", `{\rt1 Eleven}`},
		{"what is too long", "a.txt", strings.Repeat("a", MaxBytes+1)},
	} {
		list, err := ShownBy(c.file, []byte(c.data))
		fmt.Fprintf(&b, "=== %s\n", c.name)
		for _, s := range list {
			fmt.Fprintf(&b, "plain %q\n", s.Plain)
			for _, p := range s.Paragraphs {
				fmt.Fprintf(&b, "  %q\n", p)
			}
		}
		if err != nil {
			fmt.Fprintf(&b, "error: %v\n", err)
		}
		// An import says the same of what cannot be read, with the file's name.
		if _, err := Import(c.file, []byte(c.data), Options{Today: today}); err != nil {
			fmt.Fprintf(&b, "import: %v\n", err)
		}
	}
	expect.File(t, "shown.golden.txt", b.String())
}

// wordOf is a Word document of a heading, a paragraph and a table.
func wordOf(t *testing.T) string {
	t.Helper()
	return string(wordFile(t, map[string]string{"word/document.xml": wordOpen + `<w:p><w:r><w:t>Eleven groups asked.</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Pier</w:t></w:r></w:p></w:tc>` +
		`<w:tc><w:p><w:r><w:t>Lead</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>Two</w:t></w:r></w:p></w:tc>` +
		`<w:tc><w:p><w:r><w:t>16</w:t></w:r></w:p></w:tc></w:tr></w:tbl>` + "</w:body></w:document>"}))
}

// Signs in the cells of a table are shown as they are, and not as Markdown writes them.
func TestSignsInCellsAreShownAsTheyAre(t *testing.T) {
	const cell = `5 * 3 [x] \ & {y} ~ # 1 < 2 > | _ “a” \* end\`
	page := "<table><tr><th>Pier</th><th>Lead</th></tr><tr><td>" + strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(cell) + "</td><td>16</td></tr></table><p>5 \\* 3 \\</p>"
	list, err := ShownBy("a.html", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range list[0].Paragraphs {
		got = append(got, strings.TrimSpace(p))
	}
	if want := "Pier\nLead\n" + strings.ReplaceAll(cell, "|", "/") + "\n16\n5 \\* 3 \\"; strings.Join(got, "\n") != want {
		t.Errorf("%q\nwant\n%s", got, want)
	}
}
