package contacts

import (
	"slices"
	"strings"
	"testing"
)

func TestABadRowTouchesOnlyThoseWhomItCouldMean(t *testing.T) {
	book, found := Read([]File{
		{"contacts/city.csv", []byte("email,embargo,region\nana@paper.example,yes,east\nnobody,,east\n")},
		{"contacts/port.csv", []byte("email,embargo\nben@radio.example,yes\nana@paper.example,perhaps\n")},
		{"contacts/broken.csv", []byte("name\nCarla\n")},
		{"contacts/wide.csv", []byte("email\ndora@tv.example,x\n")},
		{"contacts/segments.toml", []byte("[segment.all]\nwhere = 'true'\n" +
			"[segment.west]\nwhere = 'region == \"west\"'\n[segment.agreed]\nwhere = 'embargo and region == \"west\"'\n" +
			"[segment.bad]\nwhere = 'nothing'\n")},
	})
	if len(found) != 5 {
		t.Fatalf("the lists have five faults:\n%v", found)
	}
	for _, c := range []struct {
		audience string
		advance  bool
		want     string
	}{
		{"city", false, "city port"},                      // its own row, and what port says of one of its addresses
		{"port", false, "port"},                           // nobody is on no list
		{"wide", false, "wide"},                           // its own row
		{"broken", false, "broken"},                       // its own head
		{"wide", true, "broken wide"},                     // who has not agreed may stand on the list that cannot be read
		{"all", false, "broken city port wide"},           // a segment could pick anybody
		{"west", false, "broken wide"},                    // nobody in the east can be meant
		{"agreed", false, "broken port wide"},             // but for whom nobody knows whether they agreed
		{"none", false, "broken city port segments wide"}, // what it is cannot be told while the segments are not read
	} {
		var got []string
		for _, d := range book.Touching(found, []string{c.audience}, c.advance) {
			base, _, _ := strings.Cut(strings.TrimPrefix(d.File, "contacts/"), ".")
			got = append(got, base)
		}
		slices.Sort(got)
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("a mailing to %s, with advance copies %t, is touched by faults on %q, not %q", c.audience, c.advance, s, c.want)
		}
	}
}

func TestASegmentIsPickedAnewAfterAChange(t *testing.T) {
	book, _ := Read([]File{
		{"contacts/city.csv", []byte("email,outlet\nana@paper.example,Paper\n")},
		{"contacts/segments.toml", []byte("[segment.radio]\nwhere = 'outlet == \"Radio\"'\n")},
	})
	if l, err := book.Pick("radio"); err != nil || len(l) != 0 {
		t.Fatal(l, err)
	}
	radio := "Radio"
	book.Apply(map[string]Change{"ana@paper.example": {Outlet: &radio}})
	if l, err := book.Pick("radio"); err != nil || len(l) != 1 {
		t.Errorf("after the change the segment still picks %v, %v", l, err)
	}
}
