package app

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pressroom/internal/workspace"
)

func TestAFolderThatHoldsSomethingIsNotBegun(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, ".pressroom"), 0o700); err != nil {
		t.Fatal(err)
	}
	if !Unbegun(dir) {
		t.Error("an empty folder cannot be begun in")
	}
	if err := os.WriteFile(filepath.Join(dir, "notes.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if Unbegun(dir) || Unbegun(filepath.Join(dir, "gone")) {
		t.Error("a folder that holds something else is begun in")
	}
}

// From an empty folder to a press office, by one browser: the link that opened the first
// page opens what comes after it, at the same address.
func TestAWorkspaceIsBegunAndServedAtOneAddress(t *testing.T) {
	dir := t.TempDir()
	ctx, end := context.WithCancel(context.Background())
	defer end()
	at, ready := make(chan string, 2), make(chan struct{})
	s := Serving{
		Desk: "127.0.0.1:0", Front: new(Front), AtDesk: func(address string) { at <- address }, AtPublic: func(string) {},
		Tell: func(string) {}, Ready: func() { close(ready) },
	}
	ended := make(chan error, 1)
	go func() {
		defer s.Front.Close() // what waits there for an answer has none to come
		if err := First(ctx, dir, World{}, s); err != nil {
			ended <- err
			return
		}
		a, err := Open(ctx, dir, World{})
		if err != nil {
			ended <- err
			return
		}
		defer a.Close()
		s.Public = "127.0.0.1:0"
		ended <- a.Serve(ctx, s)
	}()
	link := await(t, at, ended)
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	browser := &http.Client{Jar: jar}
	base, _, _ := strings.Cut(link, "/enter/")
	if r, err := http.Get(base + "/"); err != nil || r.StatusCode != http.StatusForbidden {
		t.Fatalf("without the link: %v, %v", r, err)
	}
	if r, err := browser.Get(link); err != nil || r.StatusCode != http.StatusOK {
		t.Fatal(r, err)
	}
	// As browsers do, which keep one for what may come.
	spare, err := net.Dial("tcp", strings.TrimPrefix(base, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer spare.Close()
	answers := url.Values{"name": {"Reeds & Co"}, "zone": {"Europe/Berlin"}, "language": {"de"}, "from": {"Press <press@reeds.example>"}, "sample": {"no"}}
	r, err := browser.PostForm(base+"/", answers)
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	if r.StatusCode != http.StatusOK || r.Request.URL.Path != "/" {
		t.Errorf("%d at %s", r.StatusCode, r.Request.URL)
	}
	if second := await(t, at, ended); second != link {
		t.Errorf("the desk moved from %s to %s", link, second)
	}
	w, err := workspace.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	o := w.Settings.Organization
	if o.Name != "Reeds & Co" || o.Timezone != "Europe/Berlin" || o.Language != "de" || w.Settings.Mail.From != "Press <press@reeds.example>" {
		t.Errorf("%+v", o)
	}
	await(t, ready, ended)
	end()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// await is what comes from what runs, which ends the test when it ends before.
func await[T any](t *testing.T, from <-chan T, ended <-chan error) T {
	t.Helper()
	select {
	case got := <-from:
		return got
	case err := <-ended:
		t.Fatal("it ended: ", err)
		panic("not reached")
	}
}

func TestServingBeginsAnewWhenItIsAsked(t *testing.T) {
	dir := t.TempDir()
	if err := Init(dir, Beginning{Empty: true}); err != nil {
		t.Fatal(err)
	}
	a, err := Open(context.Background(), dir, World{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	if err := a.Again(context.Background()); err == nil {
		t.Error("what does not serve begins anew")
	}
	err = a.Serve(context.Background(), Serving{
		Desk: "127.0.0.1:0", Public: "127.0.0.1:0", AtDesk: func(string) {}, AtPublic: func(string) {}, Tell: func(string) {},
		Ready: func() {
			if err := a.Again(context.Background()); err != nil {
				t.Error(err)
			}
		},
	})
	if !errors.Is(err, ErrAgain) {
		t.Errorf("it ended with %v", err)
	}
}
