package mail

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// The last lines say where an address comes from, where that is known, and at the
// first mail how to object; the privacy notice is in all.
func TestTheLastLinesSayWhereTheAddressComesFromAndHowToObject(t *testing.T) {
	p := parts()
	p.Legal = Legal{
		Address: "Way <4>",
		Origin:  "From: %s.", Object: "Object <any> time.", Privacy: "https://x.example/p?a=1&b=2", PrivacyText: "Privacy",
	}
	p.Links = Links{LeaveText: "Leave."}
	tpl := build(t, p)
	for name, c := range map[string]struct {
		source     string
		first      bool
		text, html string
	}{
		"nothing is known": {
			"", false, "by us.\nWay <4>\nPrivacy: https://x.example/p?a=1&b=2\nLeave.\n",
			`by us.<br>Way &lt;4&gt;<br><a href="https://x.example/p?a=1&amp;b=2" style="color: inherit">Privacy</a><br>Leave.`,
		},
		"a source with signs of HTML and of formats": {
			"<fair> 100% & more", false, "by us.\nWay <4>\nFrom: <fair> 100% & more.\nPrivacy:", "by us.<br>Way &lt;4&gt;<br>From: &lt;fair&gt; 100% &amp; more.<br><a",
		},
		"the first mail": {
			"the fair", true, "From: the fair.\nObject <any> time.\nPrivacy:", "From: the fair.<br>Object &lt;any&gt; time.<br><a",
		},
	} {
		to := ana
		to.Source, to.First = c.source, c.first
		raw, err := whole(tpl.Message(nil, to, date))
		if err != nil {
			t.Fatal(err)
		}
		bodies := inline(t, raw)
		if !strings.Contains(bodies[0], c.text) || !strings.Contains(bodies[1], c.html) {
			t.Errorf("%s: the text ends\n%s\nand the HTML\n%s", name, bodies[0], bodies[1])
		}
	}
}

func TestOriginsKeepNoAddressAndReadBack(t *testing.T) {
	key := []byte("a key of this workspace")
	var o Origins
	o.Add(key, "ana@paper.example", "the harbor fair", true)
	o.Add(key, "tom@paper.example", "the harbor fair", false)
	o.Add(key, "pia@paper.example", "", true)
	o.Add(key, "max@paper.example", "", false)
	data, err := o.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(data, []byte("paper.example")) || bytes.Count(data, []byte("the harbor fair")) != 1 {
		t.Errorf("kept: %s", data)
	}
	back, err := ReadOrigins(data)
	if err != nil {
		t.Fatal(err)
	}
	for address, want := range map[string]struct {
		source string
		first  bool
	}{
		"ana@paper.example": {"the harbor fair", true}, "tom@paper.example": {"the harbor fair", false},
		"pia@paper.example": {"", true}, "max@paper.example": {"", false}, "lia@paper.example": {"", false},
	} {
		if source, first := back.Find(key, address); source != want.source || first != want.first {
			t.Errorf("%s: %q, %t", address, source, first)
		}
		if source, first := back.Find([]byte("another key"), address); source != "" || first {
			t.Errorf("another key finds %s", address)
		}
	}
	for _, bad := range []string{"{", `{"sources":[],"of":{"x":2}}`, `{"of":{"x":-1}}`} {
		if _, err := ReadOrigins([]byte(bad)); err == nil {
			t.Errorf("%s was read", bad)
		}
	}
	var none *Origins
	if source, first := none.Find(key, "ana@paper.example"); source != "" || first {
		t.Error("what an earlier version stored has no origins")
	}
}

// On the day on which somebody begins everybody gets a first mail, and later nobody:
// neither takes a code of each.
func TestOriginsThatAreTheSameForAllTakeNoRoom(t *testing.T) {
	key := []byte("a key of this workspace")
	for _, first := range []bool{true, false} {
		var o Origins
		for i := range 1000 {
			o.Add(key, fmt.Sprintf("j%d@paper.example", i), "", first)
		}
		o.Add(key, "ana@paper.example", "the harbor fair", !first)
		o.Add(key, "tom@paper.example", "", !first)
		data, err := o.Marshal()
		if err != nil || len(data) > 200 {
			t.Fatalf("%d bytes, %v", len(data), err)
		}
		back, err := ReadOrigins(data)
		if err != nil {
			t.Fatal(err)
		}
		for address, want := range map[string]struct {
			source string
			first  bool
		}{"j7@paper.example": {"", first}, "ana@paper.example": {"the harbor fair", !first}, "tom@paper.example": {"", !first}} {
			if source, got := back.Find(key, address); source != want.source || got != want.first {
				t.Errorf("first %t: %s is %q, %t", first, address, source, got)
			}
		}
	}
	if _, err := ReadOrigins([]byte(`{"rest":3}`)); err == nil {
		t.Error("a rest that is no code was read")
	}
}
