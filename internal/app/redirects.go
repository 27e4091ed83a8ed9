package app

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// RedirectsFile is where the addresses of releases that were moved here stand, and
// where each leads to: two columns, from and to.
const RedirectsFile = "redirects.csv"

// redirects are the rows of RedirectsFile, read again when the file changes.
type redirects struct {
	path string
	log  *slog.Logger

	mu    sync.Mutex
	stamp time.Time
	size  int64
	to    map[string]string
}

// moved tells where an address of before leads to.
func (a *App) moved() func(from string) string {
	return (&redirects{path: filepath.Join(a.Workspace.Dir, RedirectsFile), log: a.world.Log}).lookup
}

// lookup is where an address leads to, "" where the file does not say.
func (r *redirects) lookup(from string) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	info, err := os.Stat(r.path)
	if err != nil {
		r.to, r.stamp, r.size = nil, time.Time{}, 0
		return ""
	}
	if !info.ModTime().Equal(r.stamp) || info.Size() != r.size {
		r.stamp, r.size = info.ModTime(), info.Size()
		if to, err := readRedirects(r.path); err == nil {
			r.to = to
		} else { // what was read before holds on
			r.log.Error("reading the addresses of before", "error", err)
		}
	}
	return r.to[oldAddress(from)]
}

// oldAddress is an address as it is looked up: with or without a slash at its end, and
// whatever way its characters are escaped, it is the same.
func oldAddress(s string) string {
	path, query, asked := strings.Cut(s, "?")
	if plain, err := url.PathUnescape(path); err == nil {
		path = plain
	}
	if path = strings.TrimRight(path, "/"); asked {
		return path + "?" + query
	}
	return path
}

// readRedirects reads the file; where there is none, nothing was moved.
func readRedirects(path string) (map[string]string, error) {
	data, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	in := csv.NewReader(bytes.NewReader(data))
	in.FieldsPerRecord = 2
	rows, err := in.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w; each row is an address of before and where it leads to", filepath.Base(path), err)
	}
	to := make(map[string]string, len(rows))
	for _, row := range rows {
		if from := oldAddress(row[0]); from != "" && to[from] == "" {
			to[from] = strings.TrimSpace(row[1])
		}
	}
	return to, nil
}
