package importer

import (
	"strings"
	"testing"
)

// Pictures of a page: what becomes of each, and what is told.
func TestPicturesThatNoAddressLeadsTo(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	page := `<article><h1>Ropewalk opens its doors to schools</h1><p>HARWELL, Mass., June 2, 2026 — The Ropewalk opens its doors.</p>` +
		`<figure><img src="img/walk.jpg" alt="The old walk"><figcaption>The walk at noon (Photo: Dana Whitlock)</figcaption></figure>` +
		`<p>Thirty children fit on the floor.</p><p><img src="/uploads/floor.png" alt="The floor"></p>` +
		`<p><img src="https://www.ropewalk.example/rope.jpg" alt="A rope"></p><p><img src="data:image/png;base64,` + strings.Repeat("A", 500) + `" alt=""></p>` +
		`<img src="https://www.ropewalk.example/line.gif"><img src="https://count.example/x.gif" width="1" height="1"></article>`
	r, err := kept.Import("x.html", []byte(page), Options{Today: today, Email: "press@office.example"})
	if err != nil {
		t.Fatal(err)
	}
	has("[[media]]\nurl = \"https://www.ropewalk.example/rope.jpg\"\nalt = \"A rope\"")(t, string(r.Markdown))
	told := strings.Join(r.Unsure, "\n")
	has("“img/walk.jpg” is no whole address and no file beside the source; it shows “The old walk”; its caption is “The walk at noon”; "+
		"its credit is “Dana Whitlock”; it stood behind “— The Ropewalk opens its doors.”",
		"“/uploads/floor.png”", "behind “Thirty children fit on the floor.”",
		"2 pictures of the page were left out, of which nothing says what they show: data:image/png;base64,")(t, told)
	lacks("count.example", strings.Repeat("A", 100))(t, told)
	if r.Media != nil {
		t.Errorf("media: %v", r.Media)
	}
}

func TestPicturesBesideTheSource(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	source := "# Ropewalk opens its doors to schools\n\nHARWELL, Mass., June 2, 2026 — The Ropewalk opens its doors.\n\n![The old walk](img/Old%20walk.JPG)\n\n![The floor](../floor.png)\n"
	r, err := kept.Import("x.md", []byte(source), Options{Today: today, Email: "press@office.example", Beside: func(address string) string {
		if address == "img/Old%20walk.JPG" {
			return "img/Old walk.JPG"
		}
		return ""
	}})
	if err != nil {
		t.Fatal(err)
	}
	has("[[media]]\nfile = \"media/img-old-walk.jpg\"\nalt = \"The old walk\"")(t, string(r.Markdown))
	if len(r.Media) != 1 || r.Media[0] != (Media{"img/Old walk.JPG", "media/img-old-walk.jpg"}) {
		t.Errorf("media: %v", r.Media)
	}
	has("“../floor.png” is no whole address")(t, strings.Join(r.Unsure, "\n"))
}

func TestPartsOfAPageThatNoReleaseHas(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	page := `<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><div>Cookies make this page better.</div><article>` +
		`<h1>Ropewalk opens its doors to schools</h1><p>HARWELL, Mass., June 2, 2026 — The Ropewalk opens its doors.</p>` +
		`<iframe src="https://video.example/embed/1"></iframe><form>Your address <input> <button>Subscribe</button></form><script>x()</script>` +
		`</article><footer><p>All rights kept.</p></footer></body>`
	r, err := kept.Import("x.html", []byte(page), Options{Today: today, Email: "press@office.example"})
	if err != nil {
		t.Fatal(err)
	}
	has("parts of the page were left out: a frame (“https://video.example/embed/1”), a form (“Your address Subscribe”), a menu (“Home News”), "+
		"2 lines outside its article")(t, strings.Join(r.Unsure, "\n"))
}
