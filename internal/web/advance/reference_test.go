package advance_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"path"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"pressroom/internal/embargo"
	"pressroom/internal/release"
	"pressroom/internal/verify"
)

// downloads opens the page of an advance copy and takes all of its files.
func (o *office) downloads(link string) (before string, files map[string][]byte) {
	o.Helper()
	c := browser(o.T)
	_, before = o.ask(c, "GET", link, nil)
	visit := regexp.MustCompile(`name="visit" value="([^"]+)"`).FindStringSubmatch(before)
	_, body := o.ask(c, "POST", link, url.Values{"action": {"open"}, "visit": {visit[1]}})
	files = make(map[string][]byte)
	for _, f := range fileLink.FindAllStringSubmatch(body, -1) {
		resp, err := c.Get(o.url + f[1])
		if err != nil {
			o.Fatal(err)
		}
		data, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil || resp.StatusCode != http.StatusOK {
			o.Fatalf("%s: %d, %v", f[1], resp.StatusCode, err)
		}
		at, _, _ := strings.Cut(f[1], "?")
		files[path.Base(at)] = data
	}
	if len(files) != 5 {
		o.Fatalf("%d files", len(files))
	}
	return before, files
}

func TestWhatIsDownloadedBearsAReferenceThatNamesItsHolder(t *testing.T) {
	o := open(t, "[embargo]\nreference = true\n", "ana@a.example,,", "ben@b.example,,yes", "cleo@c.example,es,yes")
	if _, body := o.ask(browser(t), "GET", o.link(embargo.Notice, "ana@a.example"), nil); !strings.Contains(body, "bears a visible reference") {
		t.Errorf("the terms do not say so:\n%s", body)
	}
	ctx := context.Background()
	of := make(map[string]string)
	for _, address := range []string{"ben@b.example", "cleo@c.example"} {
		before, files := o.downloads(o.link(embargo.Advance, address))
		if !strings.Contains(before, "a visible reference") && !strings.Contains(before, "una referencia visible") {
			t.Errorf("before the button nothing is said of it:\n%s", before)
		}
		for name, data := range files {
			found, err := o.Trace(ctx, name, data)
			if name == "figures.txt" { // as it was handed in
				if err != nil || len(found) != 0 || !bytes.Equal(data, []byte("Quicksilver figures\n")) {
					t.Errorf("%s: %v, %v", name, found, err)
				}
				continue
			}
			if err != nil || len(found) != 1 || found[0].Address != address || found[0].Release != "ferry-fares" {
				t.Errorf("%s of %s: %+v, %v", name, address, found, err)
				continue
			}
			if r := of[address]; r != "" && r != found[0].Reference {
				t.Errorf("%s has the references %s and %s", address, r, found[0].Reference)
			}
			of[address] = found[0].Reference
			if v, err := o.Verify(ctx, name, data); err != nil || v == nil || v.Result.Verdict != verify.Genuine || v.File {
				t.Errorf("%s is not known any more: %+v, %v", name, v, err)
			}
			altered := bytes.ReplaceAll(data, []byte("Monday"), []byte("Sunday"))
			if v, err := o.Verify(ctx, name, altered); !bytes.Equal(altered, data) && (err != nil || v != nil && v.Result.Verdict != verify.Differs) {
				t.Errorf("%s with other words: %+v, %v", name, v, err)
			}
		}
	}
	ben := of["ben@b.example"]
	if ben == "" || ben == of["cleo@c.example"] {
		t.Errorf("two people have the references %v", of)
	}
	if len(release.References("typed from a print: "+strings.ToLower(ben))) != 1 {
		t.Errorf("%s is not found as it is typed", ben)
	}
	if _, err := o.People.Erase(ctx, "ben@b.example"); err != nil {
		t.Fatal(err)
	}
	if found, err := o.Trace(ctx, "-", []byte(ben)); err != nil || len(found) != 0 {
		t.Errorf("after they were erased: %+v, %v", found, err)
	}
}

// A forwarded mail is looked into, and what is no reference of ours names nobody.
func TestTheHolderIsFoundInWhatIsForwarded(t *testing.T) {
	o := open(t, "[embargo]\nreference = true\n", "ben@b.example,,yes")
	_, files := o.downloads(o.link(embargo.Advance, "ben@b.example"))
	var mail bytes.Buffer
	mail.WriteString("From: x@y.example\r\nSubject: look\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" +
		"--b\r\nContent-Type: text/plain\r\n\r\nSee the file.\r\n--b\r\nContent-Type: application/pdf; name=a.pdf\r\n" +
		"Content-Disposition: attachment; filename=a.pdf\r\nContent-Transfer-Encoding: binary\r\n\r\n")
	mail.Write(files["ferry-fares.pdf"])
	mail.WriteString("\r\n--b--\r\n")
	ctx := context.Background()
	if found, err := o.Trace(ctx, "leak.eml", mail.Bytes()); err != nil || len(found) != 1 || found[0].Address != "ben@b.example" {
		t.Errorf("%+v, %v", found, err)
	}
	if found, err := o.Trace(ctx, "x.txt", []byte("K7PD-3WQX and well-kept")); err != nil || len(found) != 0 {
		t.Errorf("%+v, %v", found, err)
	}
	if found, err := o.Trace(ctx, "x.pdf", []byte("%PDF-1.7\nnothing")); err == nil {
		t.Errorf("a PDF that cannot be read: %+v", found)
	}
}

func TestWithoutTheSettingNothingBearsOne(t *testing.T) {
	o := open(t, "", "ben@b.example,,yes")
	before, files := o.downloads(o.link(embargo.Advance, "ben@b.example"))
	if strings.Contains(before, "reference") {
		t.Errorf("it is said of a reference:\n%s", before)
	}
	for name, data := range files {
		kept, err := o.Ledger.Artefact(context.Background(), "ferry-fares/advance-1", map[string]string{
			"ferry-fares": "web/en", "ferry-fares.pdf": "pdf/en", "ferry-fares.docx": "docx/en", "ferry-fares.txt": "text/en",
			"figures.txt": "public/ferry-fares/files/figures.txt",
		}[name])
		if err != nil || !bytes.Equal(kept, data) {
			t.Errorf("%s is not what was stored: %v", name, err)
		}
	}
}

// Somebody who asks for a file piece by piece, or again and again, has it compiled once.
func TestACopyIsCompiledOnceForConcurrentReads(t *testing.T) {
	o := open(t, "[embargo]\nreference = true\n", "ben@b.example,,yes")
	var compiled atomic.Int32
	fresh := o.Agreements.Fresh
	o.Agreements.Fresh = func(ctx context.Context, dispatch, artefact, reference string) ([]byte, error) {
		compiled.Add(1)
		return fresh(ctx, dispatch, artefact, reference)
	}
	link := o.link(embargo.Advance, "ben@b.example")
	c := browser(t)
	_, before := o.ask(c, "GET", link, nil)
	visit := regexp.MustCompile(`name="visit" value="([^"]+)"`).FindStringSubmatch(before)
	o.ask(c, "POST", link, url.Values{"action": {"open"}, "visit": {visit[1]}})
	_, whole := o.ask(c, "GET", link+"/ferry-fares.txt", nil)
	var asking sync.WaitGroup
	for i := range 20 {
		asking.Go(func() {
			resp, piece := o.ask(c, "GET", link+"/ferry-fares.txt", nil, "Range", fmt.Sprintf("bytes=%d-%d", i, i))
			if resp.StatusCode != http.StatusPartialContent || piece != whole[i:i+1] {
				t.Errorf("%d %q", resp.StatusCode, piece)
			}
		})
	}
	asking.Wait()
	if n := compiled.Load(); n != 1 {
		t.Errorf("it was compiled %d times", n)
	}
	m, err := o.Embargo.PrepareMove(context.Background(), "ferry-fares", time.Now().Add(48*time.Hour).UTC().Format(time.RFC3339))
	if err == nil {
		_, err = m.Do(context.Background())
	}
	if err != nil {
		t.Fatal(err)
	}
	if _, moved := o.ask(c, "GET", link+"/ferry-fares.txt", nil); moved == whole || compiled.Load() != 2 {
		t.Errorf("after the instant was moved it was compiled %d times", compiled.Load())
	}
}
