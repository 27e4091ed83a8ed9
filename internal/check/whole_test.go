package check

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pressroom/internal/contacts"
	"pressroom/internal/diagnostic"
	"pressroom/internal/expect"
	"pressroom/internal/release"
)

// fragments are slips and what looks like them.
var fragments = []string{
	`x {quote "a"} y`, `x { quote "a" } y`, `x {quote “a”} y`, `x {{quote "a"} y`, `x {quotes} y`, `x {quotes}} y`, `{ quotes }`, `x {said} y`, `x {Said} y`, `x {SAID} y`, `x { said } y`, `x {said } y`, `x { Said} y`, `x {{said}} y`, `x [said] y`, `x (said) y`, `x {unsaid} y`,
	`x ”, said y`, `x ” says y`, `x ”,says y`, `x ![](a b.png) y`, `![a](b c.png)`, `![](<a b.png>)`, `![](a.png "t")`, `x [a] (https://a.example) y`, `x [a] (www.a.example) y`, `x [a] (mailto:b@a.example) y`, `x [a] (b) y`, `![a] (https://a.example)`, `x (a)[https://a.example] y`, `x (a)[b] y`, `x[^1] y`, `x[^ 1] y`,
	`x ~~y~~ z`, `x ~~ y~~`, `~y~`, `- [ ] x`, `- [x] y`, `1. [X] y`, `x [x] y`, `• a`, "x\n• a\n• b", "\n\n• a", `x • a`, `x :smile: y`, `x:smile: y`, `10:30:a: y`, `:+1: x`, `x ==y== z`, `x == y`, `a=b==c`, `x^2^ y`, `CO~2~ y`, `x ^2^`, `a^12345^`, "w\n: d", "w\n   : d", "\n: d",
	`x --- y`, `x---y`, `x ---- y`, `---`, `x\n y`, `x\u00e9 y`, `x\t y`, `x\new y`, "##a", "## a", "#a", "###### a", "#######a", `**x** y`, `x ** y`, `**x`, `x**`, `** x **`, `x ** y ** z`, `***x***`, `**x** **y`, `2**3`, `a [b](c) d`, `x &amp; y`, `x &#38; y`, `x &#x26; y`, `a&b; c`, `?a&b;`,
	`â€™`, `â€`, `Ã©`, `Ã x`, "\uFFFD", `[fill in: the city]`, `[fill in: the`, `[Fill in: x]`, `TK x`, `TKTK`, `TKs`, `ATK`, `XXX`, `XXXX`, `XX`, `[CHECK this]`, `[TBC]`, `[TBD x`, `[TK]`, `[XX]`, `[NAME]`, `[DATE]`, `[TIME]`, `[CITY]`, `[PLACE]`, `[LINK]`, `[insert x]`, `[Insert x]`, `[INSERT]`, `[to come]`, `[To come]`, `[TO COME]`,
	`[placeholder]`, `[Placeholder]`, `[PLACEHOLDER]`, `[inserted]`, `TODO x`, `TODOs`, `FIXME`, `x ____`, `____`, `x ___`, `Lorem ipsum`, `lorem ipsum dolor`, `orem ipsum`, "`TK`", "`` TK ` x ``", `\TK`, `<https://a.example/TK>`, `https://a.example/TK`, `[a](https://a.example/TK)`, "[a]: https://a.example/TK", "```\nTK\n```", "~~~\nTK\n~~~", "~~~~\nTK\n~~~\n~~~~",
	"    TK", "\tTK", "x\n    y", "\n\n    code", "- a\n\n    b", "1. a\n\n    b\n\nc\n\n    d", `“a” and "b"`, `“a” 5" b`, `"b"`, `’a and it's`, `it's`, `’90 's x`, `5' “x”`, `FOR IMMEDIATE RELEASE x`, `Embargoed until 9`, `under embargo until x`, `x for immediate release`, "x\n\n###", "x\n\\###", `x -30-`, "x\n-30-", "x\nENDS", "x\n– 30 –", "x\n# # #\n", "ENDS x",
	`Marlow. x`, `CITY – x`, `**CITY** x`, `city x`, `x –`, `x—`, `x -`, `x`, `a.jpg`, `A photo.JPEG`, `photo.tiff`, `b.tif`, `c.webp`, `photo.pdf`,
	"| a | b |\n|---|---|\n| 1 | 2 | 3 |", "| a |\n|---|\n| 1 | 2 |\n| 3 |", "| a | b |\n|---|\n| 1 |", "a | b\n--|--\n1 | 2", "| a | b |\n|:--|--:|\n| 1 \\| 2 | 3 |", "|a|b|\n| - | - |\n|\t1|2|3|4|", "| a |\n\nx | y", "x\n===", "x\n---", "A long paragraph of words that goes on for more than sixty characters, it does\n---", "x.\n---", "- a\n---", "### a", "#### a\n\n## b\n\n##### c", "## a\n\n### b\n\n## c", "#\n\n###### a", "## #", "> ## a", "> ---", "   ## a ##",
	"a  \nb", strings.Repeat("TK ", 25), strings.Repeat("x ", 50) + "\n\nENDS", strings.Repeat("x ", 30) + "\n\nENDS" + strings.Repeat(" ", 75), strings.Repeat("x ", 30) + "\n\nENDS" + strings.Repeat(" ", 76), "   \n FOR IMMEDIATE RELEASE", strings.Repeat("## a\n\n##### b\n\n", 22),
}

// Every fragment in every text of a release.
func TestFragmentsInEveryText(t *testing.T) {
	tables := map[string]string{
		"": "", "contact": "name = \"D\"\nphone = \"1\"\n", "quote": "id = \"q\"\norg = \"R\"\nspeaker = \"S\"\ntext = \"w\"\n", "media": "alt = \"w\"\nfile = \"p.png\"\n", "document": "title = \"w\"\nurl = \"https://a.example\"\n", "cover": "to = [\"press\"]\ntext = \"w\"\n",
	}
	var slots [][2]string
	for _, k := range topKeys {
		slots = append(slots, [2]string{"", k.key})
	}
	for _, table := range tableKeys {
		for _, k := range table.keys {
			slots = append(slots, [2]string{table.table, k.key})
		}
	}
	slots = append(slots, [2]string{"", "body"})
	var b strings.Builder
	for _, fragment := range fragments {
		fmt.Fprintf(&b, "=== %.90q\n", fragment)
		said := make(map[string][]string)
		for _, slot := range slots {
			table, key := slot[0], slot[1]
			body := "The copy of it."
			set := func(front, key, text string) string {
				line := key + " = " + strconv.QuoteToGraphic(text) + "\n"
				var out []string
				for l := range strings.Lines(front) {
					if !strings.HasPrefix(l, key+" = ") {
						out = append(out, l)
					}
				}
				return strings.Join(out, "") + line
			}
			top := "headline = \"H\"\ndateline = \"CITY\"\ndate = 2026-07-20\nto = [\"press\"]\n"
			front := ""
			switch {
			case key == "body":
				body = fragment
			case table == "":
				top = set(top, key, fragment)
			default:
				front = "[[" + table + "]]\n" + set(tables[table], key, fragment)
			}
			if table != "contact" {
				front += "[[contact]]\n" + tables["contact"]
			}
			found := look(t, "+++\n"+top+front+"+++\n"+body+"\n")
			var list []string
			for _, d := range found {
				place := ""
				if key == "body" { // where the rest begins depends on its key
					place = fmt.Sprintf("%d:%d ", d.Line, d.Column)
				}
				if d.Rule != "unsigned" && d.Rule != "address" {
					list = append(list, place+d.Message)
				}
			}
			all := strings.Join(list[:min(3, len(list))], " / ")
			if len(list) > 3 {
				all += fmt.Sprintf(" / and %d more", len(list)-3)
			}
			said[all] = append(said[all], strings.TrimPrefix(table+"."+key, "."))
		}
		for _, all := range slices.Sorted(maps.Keys(said)) {
			if all != "" {
				fmt.Fprintf(&b, "%s: %s\n", strings.Join(said[all], " "), strings.ReplaceAll(all, "\n", "⏎"))
			}
		}
	}
	expect.File(t, "fragments.golden.txt", b.String())
}

// Zones by names that say less than they seem to, and offsets that are not theirs.
func TestZonesAndOffsets(t *testing.T) {
	book, _ := contacts.Read([]contacts.File{{Name: "contacts/press.csv", Data: []byte("email\nana@paper.example\n")}})
	var b strings.Builder
	zones := append(slices.Sorted(maps.Keys(abbreviations)), "Etc/GMT", "Etc/GMT+0", "Etc/GMT-0", "Etc/GMT0", "Etc/GMT+5", "Etc/GMT-11", "UTC", "America/New_York")
	for _, zone := range zones {
		for _, key := range []string{"embargo = 2027-01-08T13:00:00", "release_at = 2027-07-08T13:00:00", "embargo = 2027-07-08T13:00:00-04:00", "release_at = 2027-01-08T13:00:00+01:00", "embargo = 2027-07-08T13:00:00Z", "embargo = \"word\"", "date = 2027-01-08"} {
			for _, set := range []string{"", zone} {
				line := ""
				if set != "" {
					line = "timezone = \"" + set + "\"\n"
				}
				src := "+++\nheadline = \"H\"\ndateline = \"CITY\"\nto = [\"press\"]\n" + line + key + "\n[[contact]]\nname = \"D\"\nphone = \"1\"\n+++\nBody.\n"
				r, diags := release.Read("x", []release.Source{{Name: "x.md", Data: []byte(src)}}, release.Settings{Organization: release.Organization{Timezone: zone}})
				if r == nil {
					fmt.Fprintf(&b, "%s, %s: %s\n", zone, key, diags.Error())
					continue
				}
				v := Release(Subject{Release: r, Book: book, Now: time.Date(2026, 11, 1, 10, 0, 0, 0, time.UTC)})
				if said := v.Warned().Error(); said != "" {
					fmt.Fprintf(&b, "%s, %s, written %v: %s\n", zone, key, set != "", strings.ReplaceAll(said, "\n", " / "))
				}
			}
		}
	}
	expect.File(t, "zones.golden.txt", b.String())
}

// Who may be mailed, and what cannot name a release.
func TestWhomAReleaseReaches(t *testing.T) {
	book, diags := contacts.Read([]contacts.File{{Name: "contacts/press.csv", Data: []byte("email\nana@paper.example\nbo@paper.example\n")}, {Name: "contacts/empty.csv", Data: []byte("email\n")}})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	var b strings.Builder
	for _, to := range []string{"to = [\"press\"]", "to = [\"press\", \"empty\"]", "to = [\"empty\"]", "to = []", "", "advance = [\"press\"]", "to = [\"empty\"]\nadvance = [\"press\"]", "to = [\"prss\"]", "to = [\"something-else\"]"} {
		for _, unmailed := range []string{"none", "ana", "all"} {
			for _, public := range []bool{false, true} {
				src := "+++\nheadline = \"H\"\ndateline = \"CITY\"\nembargo = 2027-01-08T13:00:00Z\n" + to + "\n[[contact]]\nname = \"D\"\nphone = \"1\"\n+++\nBody.\n"
				r, diags := release.Read("x", []release.Source{{Name: "x.md", Data: []byte(src)}}, release.Settings{})
				if r == nil {
					t.Fatal(diags)
				}
				s := Subject{Release: r, Book: book, Now: time.Date(2026, 11, 1, 10, 0, 0, 0, time.UTC), Public: public}
				if unmailed != "none" {
					s.Unmailed = func(key string) bool { return unmailed == "all" || key == "ana@paper.example" }
				}
				fmt.Fprintf(&b, "%q, unmailed %s, public %v: %s\n", to, unmailed, public, strings.ReplaceAll(Release(s).Warned().Error(), "\n", " / "))
			}
		}
	}
	for _, slug := range append(release.ReservedWords()[:2], "x") {
		src := "+++\nheadline = \"" + strings.Repeat("é", 110) + "\"\nsubject = \"" + strings.Repeat("é", 110) + "\"\ndate = 2026-11-01\nto = [\"empty\"]\n[[contact]]\nname = \"D\"\nphone = \"1\"\n+++\nBody.\n"
		r, diags := release.Read(slug, []release.Source{{Name: slug + ".md", Data: []byte(src)}}, release.Settings{})
		if r == nil {
			t.Fatal(diags)
		}
		none, _ := contacts.Read(nil)
		fmt.Fprintf(&b, "%s: %s\n", slug, strings.ReplaceAll(Release(Subject{Release: r, Book: none, Now: time.Date(2026, 11, 1, 10, 0, 0, 0, time.UTC)}).Refused().Error(), "\n", " / "))
	}
	expect.File(t, "reach.golden.txt", b.String())
}

// Where somebody is named, and where characters stand that no font has.
func TestWhereNamesAndCharactersStand(t *testing.T) {
	src := "+++\nheadline = \"River Alliance asks\"\nsubhead = \"RIVER ALLIANCE and River Alliances\"\ndateline = \"CITY ☃\"\nsubject = \"☃ subject\"\ndate = 2026-11-01\nsignatories = [\"River Alliance\", \"Dock Choir\"]\nboilerplate = \"☃☃ x ☂️☃ River Alliance " + strings.Repeat("☃", 45) + "\"\n" +
		"[[contact]]\nname = \"D\"\nphone = \"1\"\n[[media]]\nalt = \"☄\"\nfile = \"a.png\"\n+++\nThe River Alliance, or Alliance, of the river. " + strings.Repeat("é", 60) + "River Alliance" + strings.Repeat("é", 60) + " River Alliance.\n\n(River Alliance) Ru RU\n"
	r, diags := release.Read("x", []release.Source{{Name: "x.md", Data: []byte(src)}}, release.Settings{})
	if r == nil {
		t.Fatal(diags)
	}
	var b strings.Builder
	for _, names := range [][]string{{"River Alliance"}, {"Alliance"}, {"River Alliance", "Alliance", "River"}, {"Ru"}, {"Dock Choir"}, {"Nobody"}, {""}, {"The"}} {
		fmt.Fprintf(&b, "%q\n", names)
		for _, p := range Named(r, names...) {
			fmt.Fprintf(&b, "  %s %q in %q\n", p.At, p.Text, p.Around)
		}
	}
	for _, limit := range []int{0, 1, 2, 20} {
		fmt.Fprintf(&b, "at most %d\n", limit)
		for _, p := range Places(r.Files, []rune("☃☂☄"), limit) {
			fmt.Fprintf(&b, "  %s %q in %q\n", p.At, p.Text, p.Around)
		}
	}
	many := "+++\nheadline = \"H\"\ndate = 2026-11-01\n[[contact]]\nname = \"D\"\nphone = \"1\"\n+++\n" + strings.Repeat("Dock Choir. ", 25) + "\n"
	if r, diags = release.Read("x", []release.Source{{Name: "x.md", Data: []byte(many)}}, release.Settings{}); r == nil {
		t.Fatal(diags)
	}
	fmt.Fprintf(&b, "of 25 there are %d\n", len(Named(r, "Dock Choir")))
	expect.File(t, "places.golden.txt", b.String())
}

// All that is said of sign-offs, word by word, in two languages.
func TestSignoffsWhole(t *testing.T) {
	src := "+++\nheadline = \"H\"\ndate = 2026-07-26\n[[contact]]\nname = \"D\"\nphone = \"1\"\n"
	es := "+++\nheadline = \"T\"\n"
	for _, id := range []string{"river", "piers", "docks", "tide", "bay"} {
		src += "[[quote]]\nid = \"" + id + "\"\norg = \"" + strings.ToUpper(id) + "\"\nspeaker = \"A\"\ntext = \"Words of " + id + ".\"\n"
		es += "[[quote]]\nid = \"" + id + "\"\ntext = \"Palabras de " + id + ".\"\n"
	}
	r, diags := release.Read("x", []release.Source{{Name: "x.md", Data: []byte(src + "+++\nBody.\n")}, {Name: "x.es.md", Language: "es", Data: []byte(es + "+++\nTexto.\n")}}, release.Settings{})
	if r == nil {
		t.Fatal(diags)
	}
	main, spanish := r.Main(), r.Version("es")
	en := func(id string) release.QuoteKey { return release.QuoteKey{Quote: id, Language: "en"} }
	given := func(i int) release.Approval {
		return release.Approval{Given: true, By: "a@r.example", Org: main.Quotes[i].Org, Digest: release.SignoffDigest("x", "en", main.Quotes[i])}
	}
	of := release.SignoffDigest("x", "es", spanish.Quotes[0])
	var b strings.Builder
	for _, c := range []struct {
		name     string
		unsigned release.Policy
		known    *release.Known
	}{
		{"nothing", "", nil},
		{"nothing, refused", release.Refuse, nil},
		{"nothing, left out", release.LeaveOut, nil},
		{"two asked", "", &release.Known{Asked: true, Requests: []release.Asking{{Quote: "river", OrgID: "r", Org: "RIVER", State: "draft", Open: true}, {Quote: "piers", OrgID: "p", Org: "PIERS", State: "submitted", Open: true}}}},
		{"two asked, refused", release.Refuse, &release.Known{Asked: true, Requests: []release.Asking{{Quote: "river", OrgID: "r", Org: "RIVER", State: "draft", Open: true}, {Quote: "piers", OrgID: "p", Org: "PIERS", State: "submitted", Open: true}}}},
		{"one absent", "", &release.Known{Requests: []release.Asking{{Quote: "lake", OrgID: "l", Org: "LAKE", State: "asked", Open: true}}}},
		{"one given, its table gone", "", &release.Known{Approvals: map[release.QuoteKey]release.Approval{en("river"): given(0)}}},
		{"one unwritten", "", &release.Known{Unwritten: []release.Unwritten{{What: "the sign-off of piers", Key: en("piers")}, {What: "something"}, {What: "the words of docks", Key: release.QuoteKey{Quote: "docks", Language: "es"}}}}},
		{"unsettled and faulty", "", &release.Known{Unsettled: []string{"the quote river was taken back"}, Faults: []string{"event 2 is missing"}}},
		{"missing ones in order", "", &release.Known{Approvals: map[release.QuoteKey]release.Approval{en("zoo"): given(0), en("abc"): given(1), {Quote: "mno", Language: "es"}: given(2)}}},
		{"a stale translation", "", &release.Known{Originals: map[string]string{of: "other"}}},
		{"a stale translation, refused", release.Refuse, &release.Known{Originals: map[string]string{of: "other"}}},
		{"taken back in Spanish", "", &release.Known{Approvals: map[release.QuoteKey]release.Approval{{Quote: "river", Language: "es"}: {How: "withdrawn", By: "b@r.example", Org: "RIVER"}}}},
	} {
		r.Unsigned = c.unsigned
		var found diagnostic.List = Signoffs(r, c.known)
		fmt.Fprintf(&b, "=== %s\n", c.name)
		for _, d := range found {
			fmt.Fprintln(&b, d)
		}
	}
	expect.File(t, "signoffs.golden.txt", b.String())
}
