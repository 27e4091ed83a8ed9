package peers

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"os"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

// BenchmarkWatched mails 100,000 messages of 20 KB four times from one process, by turns
// with nobody and with 50 browsers watching the page of the mailing, and reports what of
// its rate the watching costs, and what the browsers were told.
func BenchmarkWatched(b *testing.B) {
	need(b, "smtp-sink")
	const recipients, browsers = 100_000, 50
	s := startSink(b, false)
	files := []string{"pressroom.toml", settings(s.port, 64, ""), "contacts/all.csv", pressList(recipients)}
	for i := range 4 {
		files = append(files, fmt.Sprintf("releases/x%d.md", i), newsRelease(today(), 6800))
	}
	dir := workspace(b, files...)
	cmd, link := startDesk(b, dir)
	defer func() {
		cmd.Process.Signal(os.Interrupt)
		cmd.Wait()
	}()
	for b.Loop() {
		var took [2]time.Duration
		told := 0
		for i := range 4 {
			ctx, leave := context.WithCancel(context.Background())
			id := fmt.Sprintf("x%d/release-1", i)
			must(b, dir, "send", fmt.Sprint("x", i), "--yes")
			var watching sync.WaitGroup
			var heard [browsers]int
			if i%2 == 1 {
				for n := range browsers {
					watching.Go(func() { heard[n] = watch(ctx, b, link, "/dispatches/"+id+"/live") })
				}
			}
			for statusOf(b, dir, id).State != "done" {
				time.Sleep(2 * time.Second) // looking costs time that is measured
			}
			leave()
			watching.Wait()
			first, last := span(b, dir, id)
			took[i%2] += last.Sub(first)
			for _, n := range heard {
				told += n
			}
			b.Logf("%s, watched by %d: %.0f messages/s", id, browsers*(i%2), recipients/last.Sub(first).Seconds())
		}
		if told < browsers {
			b.Fatalf("the browsers were told %d times how far it is", told)
		}
		b.ReportMetric(100*(1-took[0].Seconds()/took[1].Seconds()), "%-of-its-rate")
		b.ReportMetric(float64(told), "told")
	}
	b.ReportMetric(0, "ns/op")
	b.Logf("%d processors", runtime.NumCPU())
}

// watch is a browser at the desk that is told how far a mailing is until it leaves; it
// returns how often it was.
func watch(ctx context.Context, b *testing.B, link, path string) (told int) {
	jar, err := cookiejar.New(nil)
	if err != nil {
		b.Error(err)
		return 0
	}
	client := &http.Client{Jar: jar}
	for _, address := range []string{link, link[:strings.Index(link, "/enter/")] + path} {
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
		if err != nil {
			b.Error(err)
			return told
		}
		res, err := client.Do(r)
		if err != nil {
			if ctx.Err() == nil {
				b.Error(err)
			}
			return told
		}
		defer res.Body.Close()
		if address == link {
			io.Copy(io.Discard, res.Body)
			continue
		}
		for lines := bufio.NewScanner(res.Body); lines.Scan(); {
			if lines.Text() == "event: show" {
				told++
			}
		}
	}
	return told
}
