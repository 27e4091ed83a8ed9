package sending_test

import (
	"context"
	"fmt"
	"html"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"
)

// ways are how a release comes into each of the states of its life.
var ways = map[string]func(t *testing.T) *stage{
	"a draft":                func(t *testing.T) *stage { return open(t, levee(later), noWait) },
	"scheduled":              func(t *testing.T) *stage { return scheduledLater(t, noWait) },
	"waits a moment":         func(t *testing.T) *stage { return planned(t, atOnce, "") },
	"armed":                  func(t *testing.T) *stage { return planned(t, atWord, noWait) },
	"waits for its approval": func(t *testing.T) *stage { return planned(t, atOnce, "[dispatch]\napprovers = 1\nundo = \"0s\"\n") },
	"paused": func(t *testing.T) *stage {
		s := scheduledLater(t, noWait)
		s.press(s.shows(mailing), mailing+"/pause")
		return s
	},
	"cancelled": func(t *testing.T) *stage {
		s := scheduledLater(t, noWait)
		s.press(s.shows(mailing+"/cancel"), mailing+"/cancel")
		return s
	},
	"on hold, with copies out": func(t *testing.T) *stage {
		s := scheduledLater(t, noWait)
		s.leaves("levee/advance-1")
		s.press(s.shows(page+"/hold"), page+"/hold")
		return s
	},
	"out": func(t *testing.T) *stage { return gone(t) },
	"out, with another file": func(t *testing.T) *stage {
		s := gone(t)
		s.write("releases/levee.md", strings.Replace(levee(atOnce), "all night", "until noon", 1))
		return s
	},
	"withdrawn": func(t *testing.T) *stage {
		s := gone(t)
		ask := s.shows(page + "/withdraw?sentence-en=It+was+not+ours")
		if _, said := s.press(ask, page+"/withdraw", "sentence-en", "It was not ours"); !strings.Contains(said, "Withdrawn.") {
			t.Fatal(said)
		}
		return s
	},
}

// planned is a release of a timing that was planned and scheduled.
func planned(t *testing.T, timing, settings string) *stage {
	t.Helper()
	s := open(t, levee(timing), settings)
	if code, body := s.press(s.shows(planPath), planPath); code != http.StatusOK {
		t.Fatalf("%d\n%s", code, body)
	}
	return s
}

// gone is a release that everybody has.
func gone(t *testing.T) *stage {
	t.Helper()
	s := planned(t, atOnce, noWait)
	s.leaves("levee/release-1")
	return s
}

var (
	offered = regexp.MustCompile(`<a class="button[^"]*" href="([^"]+)"`)
	posted  = regexp.MustCompile(`<form method="post" action="([^"]+)"`)
)

// offers are what the pages of the release offer in its state: of the release itself, and
// of each of its mailings.
func (s *stage) offers() (pages map[string]string, links, posts []string) {
	s.t.Helper()
	pages = map[string]string{page: s.shows(page)}
	all, err := s.app.Ledger.Dispatches(context.Background(), "levee")
	if err != nil {
		s.t.Fatal(err)
	}
	for _, d := range all {
		pages["/dispatches/"+d.ID] = s.shows("/dispatches/" + d.ID)
	}
	for _, body := range pages {
		for _, m := range offered.FindAllStringSubmatch(body, -1) {
			links = append(links, html.UnescapeString(m[1]))
		}
		for _, m := range posted.FindAllStringSubmatch(body, -1) {
			posts = append(posts, html.UnescapeString(m[1]))
		}
	}
	return pages, links, posts
}

// answers are what somebody types who does what is offered.
var answers = map[string][]string{
	"move": {"when", "2026-07-27T09:00"}, "lift": {"reason", "published at 10:02"}, "hold": {"reason", "a number"},
	"withdraw": {"sentence-en", "It was not ours"}, "correct": {"sentence-en", "It held until noon, not all night"},
	"again": {"address", "ana@paper.example"}, "languages": {"language", "es"},
}

// asked is what is typed before a page asks whether it is to be done.
var asked = map[string]string{
	"move": "?when=2026-07-27T09:00", "withdraw": "?sentence-en=It+was+not+ours", "correct": "?grade=correction",
	"again": "?address=ana@paper.example", "more": "?addresses=dee@paper.example&name=Dee&outlet=The+Paper",
}

// What a page offers can be done: each link of each state leads to a page that does not
// refuse, and each button does what it says.
func TestWhatAPageOffersCanBeDone(t *testing.T) {
	pressed := 0
	for name, reach := range ways {
		first := reach(t)
		_, links, posts := first.offers()
		for _, link := range links {
			what := link[strings.LastIndex(link, "/")+1:]
			code, body := first.get(link + asked[what])
			same := what == "correct" && strings.Contains(body, "word for word") // nothing was changed yet
			if code != http.StatusOK && !same {
				t.Errorf("%s: %s answers %d\n%s", name, link, code, main(body))
			}
		}
		for i, path := range append(links, posts...) {
			what := path[strings.LastIndex(path, "/")+1:]
			if what == "edit" || what == "agreements" {
				continue // they hold forms of their own, which their tests press
			}
			t.Run(fmt.Sprintf("%s: %s", name, path), func(t *testing.T) {
				s := reach(t)
				from := ""
				if i < len(links) {
					if _, from = s.get(path + asked[what]); !strings.Contains(from, `method="post" action="`+path+`"`) {
						return // it asks for more first
					}
				} else {
					pages, _, _ := s.offers()
					for _, body := range pages {
						if strings.Contains(body, `method="post" action="`+path+`"`) {
							from = body
						}
					}
				}
				if what == "approve" {
					s.is("bea@harbor.example")
				}
				s.pass(time.Second)
				code, body := s.press(from, path, answers[what]...)
				if code != http.StatusOK || !strings.Contains(body, `role="status"`) {
					t.Errorf("%d\n%s", code, main(body))
				}
			})
			pressed++
		}
	}
	if pressed < 30 {
		t.Errorf("only %d were pressed", pressed)
	}
}

// main is what stands in the middle of a page.
func main(body string) string {
	_, body, _ = strings.Cut(body, "<main")
	body, _, _ = strings.Cut(body, "</main>")
	return body
}
