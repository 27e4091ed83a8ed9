package app_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pressroom/internal/app"
	"pressroom/internal/testdb"
)

// What was out long before it came here stands under its topics and is found by all of its
// words, with its old day; what stayed a draft is not, nor is it once the newsroom begins anew.
func TestWhatWasPublishedBeforeIsFoundInTheNewsroom(t *testing.T) {
	dir, ctx := t.TempDir(), context.Background()
	const contact = "[[contact]]\nname = \"Dana\"\nphone = \"+44 20 7946 0142\"\n"
	for name, data := range map[string]string{
		"pressroom.toml": "[organization]\nname = \"Harbour Office\"\n[mail]\nfrom = \"press@harbour.example\"\n",
		"releases/fares.md": "+++\nheadline = \"Fares fall\"\nsubhead = \"Tickets cost a pound\"\ndate = 2019-03-04\ndateline = \"PORT\"\ntimezone = \"UTC\"\n" +
			"topics = [\"night & work\"]\nsignatories = [\"River Alliance\"]\n" + contact +
			"[[quote]]\norg = \"Quay Trust\"\nspeaker = \"Inês Núñez\"\ntitle = \"chair\"\ntext = \"We waited for years. {said} It is here.\"\n" +
			"+++\nThe fares fall on Monday.\n",
		"releases/draft.md": "+++\nheadline = \"Zinc\"\ndate = 2019-03-05\ndateline = \"PORT\"\ntimezone = \"UTC\"\ntopics = [\"mining\"]\n" + contact + "+++\nZinc.\n",
	} {
		name = filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o700), os.WriteFile(name, []byte(data), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	testdb.Migrated(t, filepath.Join(dir, ".pressroom"))
	brought := false
	for range 2 {
		a, err := app.Open(ctx, dir, app.World{})
		if err != nil {
			t.Fatal(err)
		}
		if !brought {
			if said, err := a.BringIn(ctx, []string{"fares"}, func(line string) { t.Error(line) }); err != nil {
				t.Fatal(said, err)
			}
			brought = true
		}
		serving, stop := context.WithTimeout(ctx, time.Minute)
		at, ended := make(chan string, 1), make(chan error, 1)
		go func() {
			ended <- a.Serve(serving, app.Serving{
				Desk: "127.0.0.1:0", Public: "127.0.0.1:0", AtDesk: func(string) {}, AtPublic: func(address string) { at <- address },
				Ready: func() {}, Tell: func(string) {},
			})
		}()
		select {
		case base := <-at:
			seen(t, serving, base)
		case err := <-ended:
			t.Fatal(err)
		}
		stop()
		if err := errors.Join(<-ended, a.Close()); err != nil && !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
	}
}

// seen looks at the newsroom of the release that was out.
func seen(t *testing.T, ctx context.Context, base string) {
	t.Helper()
	get := func(address string) string {
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, base+address, nil)
		if err != nil {
			t.Fatal(err)
		}
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		body, err := io.ReadAll(resp.Body)
		if err != nil {
			t.Fatal(err)
		}
		return string(body)
	}
	for got := ""; !strings.Contains(got, "found: 1"); got = get("/search?q=monday") { // it is written down within a second
	}
	for _, q := range []string{
		"fares fall", "ticket", `"fares fall on monday"`, "ines nunez", `"We waited for years"`, "quay trust", `"River Alliance"`, "harbour office", "is here",
	} {
		if got := get("/search?q=" + url.QueryEscape(q)); !strings.Contains(got, `href="fares"`) || !strings.Contains(got, "March 4, 2019") {
			t.Errorf("%s is not found, or not with its day:\n%s", q, got)
		}
	}
	for _, q := range []string{"zinc", "mining", `"fares Monday"`, "Dana"} {
		if got := get("/search?q=" + url.QueryEscape(q)); strings.Contains(got, `href="fares"`) || !strings.Contains(got, "Nothing was found") {
			t.Errorf("%s is found:\n%s", q, got)
		}
	}
	if got := get("/topics/night-work"); !strings.Contains(got, `href="../fares"`) || !strings.Contains(got, "March 4, 2019") {
		t.Errorf("its topic:\n%s", got)
	}
	if got := get("/fares"); !strings.Contains(got, `<a href="topics/night-work">night &amp; work</a>`) {
		t.Errorf("it does not lead to its topic:\n%s", got)
	}
	if got := get("/topics"); strings.Contains(got, "mining") || !strings.Contains(got, "night-work") {
		t.Errorf("the topics:\n%s", got)
	}
}
