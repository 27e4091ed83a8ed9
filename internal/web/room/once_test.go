package room

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// deedsKept is a trail that counts.
type deedsKept struct {
	deeds []string
	fails bool
}

func (c *deedsKept) Begin(_ context.Context, d Deed) (string, error) {
	if c.fails {
		return "", errors.New("the disk is full")
	}
	c.deeds = append(c.deeds, d.Who.By()+" "+d.Act+" "+d.Path)
	return "1", nil
}

func (c *deedsKept) End(context.Context, string, int) error { return nil }

func TestWhatIsDoneAgainAndAgainIsKeptOnce(t *testing.T) {
	trail := new(deedsKept)
	m := &Room{Trail: trail}
	does := func(who Actor, path string) error {
		r := httptest.NewRequest(http.MethodGet, path, nil)
		return m.Once(r.WithContext(context.WithValue(r.Context(), actorKey{}, who)), "look")
	}
	ana, bo := Actor{Email: "ana@x.example", Session: "1"}, Actor{Email: "bo@x.example", Session: "2"}
	for _, c := range []struct {
		who  Actor
		path string
	}{{ana, "/a"}, {ana, "/a"}, {bo, "/a"}, {ana, "/b"}, {ana, "/a?x=1"}, {Actor{Email: "ana@x.example", Session: "3"}, "/a"}} {
		if err := does(c.who, c.path); err != nil {
			t.Fatal(err)
		}
	}
	if got := strings.Join(trail.deeds, "\n"); got != "ana@x.example look /a\nbo@x.example look /a\nana@x.example look /b\nana@x.example look /a" {
		t.Errorf("%s", got)
	}
	trail.fails = true
	if does(ana, "/c") == nil {
		t.Error("what cannot be kept is done")
	}
	trail.fails = false
	if err := does(ana, "/c"); err != nil || len(trail.deeds) != 5 {
		t.Errorf("%v, %q", err, trail.deeds)
	}
}
