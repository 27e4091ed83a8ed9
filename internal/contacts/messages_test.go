package contacts

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// What is said of press lists, and what is read of them all the same.
func TestWhatIsSaidOfPressLists(t *testing.T) {
	var b strings.Builder
	for _, files := range [][]string{
		{"x.csv", "email,name\na@b.example,Ana\n"},
		{"x.csv", "email\na b@c.example\n@c.example\na@\n.a@b.example\na.@b.example\na..b@c.example\na@-b.example\na@b..example\na@b_c.example\na@ex ample\na@b.example.\n"},
		{"x.csv", "email\n" + strings.Repeat("a", 65) + "@b.example\na@" + strings.Repeat("b", 64) + ".example\n<a@b.example>\nAna <a@b.example>\na@b@c.example\n"},
		{"x.csv", "email,embargo,attachments,format,priority,language,timezone\na@b.example,YES,no,TEXT,-3,es-MX,Europe/Madrid\nc@d.example,maybe,perhaps,pdf,high,Klingon!,Mars/Base\n"},
		{"x.csv", "email,priority\na@b.example,1000000000\nb@b.example,1000000001\nc@b.example,-1000000001\nd@b.example,2.5\n"},
		{"x.csv", "email,,2nd col,Über uns,a/b\na@b.example,1,2,3,4\n"},
		{"x.csv", "email,name\na@b.example\nb@b.example,B,C\n\n,\nc@b.example,\"open\n"},
		{"x.csv", "email,tags,status,newsletter_ok,name\nana@b.example,unsubscribed;law,,,Ana\ncy@b.example,,Do not contact,yes,Cy\ndi@b.example,,,no,Unsubscribed\n"},
		{"x.csv", "email,beats,tags,embargo\nana@b.example,\"sea, air\",\"a, b; c\",perhaps\n,sea,x,no\nno address,\"sea, air\",y,maybe\n"},
		{"x.csv", "email\n\u200b\u200ea@b.example\na\u200b\u200e@b.example\na@b\u2028.example\n"},
		{"x.csv", "name\nAna\n"},
		{"x.csv", ""},
		{"x.csv", "email,email\na@b.example,c@d.example\n"},
		{"X Y.csv", "email\na@b.example\n"},
		{"x.csv", "email\na@b.example\n", "x.toml", "[[journalist]]\nemail = \"c@d.example\"\n"},
		{"x.toml", "[[journalist]]\nemail = \"a@b.example\"\nname = \"Ana\"\nbeats = [\"tech\", \"law\"]\npriority = 4\nembargo = true\nattachments = false\nscore = 1.5\n" +
			"[[journalist]]\nemail = \"c@d.example\"\nbeats = {a = 1}\nwhen = 2026-01-01\n[[journalist]]\nname = \"Nobody\"\n"},
		{"x.toml", "[[journalists]]\nemail = \"a@b.example\"\n"},
		{"x.toml", "email = \"a@b.example\"\n"},
		{"x.toml", "[[journalist]\n"},
		{"a.csv", "email,priority,attachments,embargo,tier,name\na@b.example,1,yes,yes,gold,A\n", "b.csv", "email,priority,attachments,embargo,tier,name\nA@B.example,2,no,no,tin,B\nc@d.example,,,,,\n"},
		{"x.csv", "email\na@b.example\n", "segments.toml", "[segment.Big]\nwhere = 'true'\n[segment.x]\nwhere = 'true'\n[segment.none]\n[segment.number]\nwhere = '1'\n[segment.sum]\nwhere = 'name + 1'\n[segment.call]\nwhere = 'foo(name)'\n[segment.long]\nwhere = '''\nname == \"a\" and\n  nam == \"b\"'''\n"},
		{"x.csv", "email\na@b.example\n", "segments.toml", "[segments.a]\nwhere = 'true'\n"},
		{"x.csv", "email\na@b.example\n", "segments.toml", "where = 'true'\n"},
	} {
		var read []File
		for i := 0; i < len(files); i += 2 {
			read = append(read, File{Name: "contacts/" + files[i], Data: []byte(files[i+1])})
			fmt.Fprintf(&b, "=== %s %q\n", files[i], files[i+1])
		}
		book, diags := Read(read)
		fmt.Fprintln(&b, diags.Error())
		for _, j := range book.Journalists {
			attachments := "-"
			if j.Attachments != nil {
				attachments = fmt.Sprint(*j.Attachments)
			}
			fmt.Fprintf(&b, "  %s: %q %s %q %q lists %q beats %q tags %q language %q zone %q format %q embargo %v attachments %s priority %v extra %v\n", j.At(), j.Email, j.Key,
				j.Name, j.Outlet, j.Lists, j.Beats, j.Tags, j.Language, j.Timezone, j.Format, j.Embargo, attachments, j.Priority, j.Extra)
		}
		fmt.Fprintf(&b, "  lists %q segments %d names %q\n", book.Lists(), len(book.Segments()), book.Names())
		for _, name := range append(book.Names(), "nowhere") {
			list, err := book.Pick(name)
			fmt.Fprintf(&b, "  %s picks %d, %v\n", name, len(list), err)
		}
	}
	expect.File(t, "lists.golden.txt", b.String())
}

func TestAddressKeys(t *testing.T) {
	var b strings.Builder
	for _, s := range []string{
		"A@B.Example", " a@b.example ", "a@bücher.example", "a@xn--bcher-kva.example", "jose\u0301@b.example", "a@b", "a", "@", "", "a@b.example.", "a@127.0.0.1",
		"a@[127.0.0.1]", "a@[IPv6:::1]", "a@2130706433", "a@１２７．０．０．１", "a@24.example", "a@c3.2x", "\"a b\"@c.example", "a+b@c.example", "a\xff@b.example", "a@b\u200b.example", "a@" + strings.Repeat("b.", 130) + "example", strings.Repeat("a", 64) + "@b.example",
	} {
		key, err := AddressKey(s)
		fmt.Fprintf(&b, "%q: %q %v\n", s, key, err)
	}
	expect.File(t, "keys.golden.txt", b.String())
}

// What journalists change themselves lies over the lists, and one who moves to an
// address that is on a list already becomes one with it.
func TestChangesLieOverTheLists(t *testing.T) {
	yes, no := true, false
	beats := []string{"sea"}
	book, diags := Read([]File{
		{Name: "contacts/a.csv", Data: []byte("email,beats,tags,language\nann@b.example,tech,x,en\nbo@b.example,law,,es\ncy@b.example,art,y,en\n")},
		{Name: "contacts/b.csv", Data: []byte("email,beats,tags\nbo@b.example,law,z\ndee@b.example,news,\n")},
	})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	book.Apply(nil)
	book.Apply(map[string]Change{
		"ann@b.example":    {Beats: &beats, Attachments: &no, Embargo: &yes},
		"bo@b.example":     {Email: "new@b.example"},
		"cy@b.example":     {Email: "dee@b.example"},
		"nobody@b.example": {Email: "x@b.example"},
		"dee@b.example":    {Email: "not an address"},
	})
	var b strings.Builder
	for _, j := range book.Journalists {
		fmt.Fprintf(&b, "%s %s beats %q tags %q lists %q embargo %v", j.Email, j.Key, j.Beats, j.Tags, j.Lists, j.Embargo)
		if j.Attachments != nil {
			fmt.Fprintf(&b, " attachments %v", *j.Attachments)
		}
		b.WriteString("\n")
	}
	for _, name := range book.Lists() {
		list, err := book.Pick(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, j := range list {
			fmt.Fprintf(&b, "%s has %s\n", name, j.Key)
		}
	}
	expect.File(t, "changes.golden.txt", b.String())
}

// What an entry's own lines hold, for somebody who asks what is kept of them.
func TestListingsOfOneAddress(t *testing.T) {
	files := []File{
		{Name: "contacts/a.csv", Data: []byte("email,name,beats,source\nann@b.example,Ann,tech;law,her card\nbo@b.example,Bo,,\n")},
		{Name: "contacts/b.toml", Data: []byte("[[journalist]]\nemail = \"ANN@b.example\"\npriority = 3\nembargo = true\n")},
		{Name: "contacts/segments.toml", Data: []byte("[segment.s]\nwhere = 'true'\n")},
	}
	var b strings.Builder
	for _, l := range Listings(files, "ann@b.example") {
		b.WriteString(l.Place + "\n")
		for _, k := range slices.Sorted(maps.Keys(l.Values)) {
			fmt.Fprintf(&b, "  %s = %s\n", k, l.Values[k])
		}
	}
	expect.File(t, "listings.golden.txt", b.String())
	if none := Listings(files, "x@y.example"); none == nil || len(none) != 0 {
		t.Errorf("an address on no list has %v", none)
	}
}
