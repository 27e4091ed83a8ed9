package doctor

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"pressroom/internal/frontmatter"
	"pressroom/internal/workspace"
)

// Repository is a git repository that a workspace lies in, and what of the workspace
// it keeps that is not for everybody. It is read from its files: no other program is
// run.
type Repository struct {
	Remotes  []string // "origin (git.example)"; none for one that goes nowhere
	Lists    []string // press lists that it keeps, or would keep with the next commit
	Releases []string // releases whose embargo has not ended, likewise
}

// Limits on what is read of a repository.
const (
	maxGitConfig = 1 << 20
	maxGitIndex  = 64 << 20
)

// findRepository looks for the repository of a workspace; nil if there is none.
func findRepository(w *workspace.Workspace, now time.Time) *Repository {
	dir, err := filepath.Abs(w.Dir)
	if err != nil {
		return nil
	}
	top, git := repositoryOf(dir)
	if git == "" {
		return nil
	}
	r := &Repository{Remotes: remotes(readUpTo(filepath.Join(commonDir(git), "config"), maxGitConfig))}
	if len(r.Remotes) == 0 {
		return r
	}
	inside, err := filepath.Rel(top, dir)
	if err != nil {
		return r
	}
	for _, name := range tracked(readUpTo(filepath.Join(git, "index"), maxGitIndex)) {
		rest, err := filepath.Rel(inside, filepath.FromSlash(name))
		if err != nil || !filepath.IsLocal(rest) {
			continue
		}
		rest = filepath.ToSlash(rest)
		switch ext := strings.ToLower(filepath.Ext(rest)); {
		case strings.HasPrefix(rest, "contacts/") && rest != "contacts/segments.toml" && (ext == ".csv" || ext == ".toml" || ext == ".tsv"):
			r.Lists = append(r.Lists, rest)
		case strings.HasPrefix(rest, "releases/") && ext == ".md" && waits(readUpTo(filepath.Join(dir, filepath.FromSlash(rest)), 1<<20), now):
			r.Releases = append(r.Releases, rest)
		}
	}
	return r
}

// repositoryOf looks upwards for a repository: its top folder, and where git keeps it.
func repositoryOf(dir string) (top, git string) {
	for range 100 {
		at := filepath.Join(dir, ".git")
		if info, err := os.Stat(at); err == nil {
			if info.IsDir() {
				return dir, at
			}
			// A work tree, or a module of another one: a file that names the folder.
			if to, ok := strings.CutPrefix(string(readUpTo(at, 4096)), "gitdir:"); ok {
				if to = strings.TrimSpace(to); !filepath.IsAbs(to) {
					to = filepath.Join(dir, to)
				}
				return dir, to
			}
		} else if !errors.Is(err, fs.ErrNotExist) {
			return "", ""
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", ""
		}
		dir = up
	}
	return "", ""
}

// commonDir is where the settings of a work tree are: those of its repository.
func commonDir(git string) string {
	to := strings.TrimSpace(string(readUpTo(filepath.Join(git, "commondir"), 4096)))
	switch {
	case to == "":
		return git
	case filepath.IsAbs(to):
		return to
	}
	return filepath.Join(git, to)
}

// readUpTo is a file, nothing where it cannot be read or is larger.
func readUpTo(name string, limit int64) []byte {
	if info, err := os.Stat(name); err != nil || !info.Mode().IsRegular() || info.Size() > limit {
		return nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil
	}
	return data
}

// remotes reads the remotes out of a repository's settings (git-config(1)). Of an
// address only the host is kept: some hold a password.
func remotes(config []byte) []string {
	var out []string
	name := ""
	for _, line := range strings.Split(string(config), "\n") {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			name = ""
			head, rest, _ := strings.Cut(strings.Trim(line, "[] "), " ")
			if strings.EqualFold(head, "remote") {
				name = strings.Trim(strings.TrimSuffix(rest, "]"), `" `)
			}
			continue
		}
		key, value, ok := strings.Cut(line, "=")
		if name == "" || !ok || !strings.EqualFold(strings.TrimSpace(key), "url") {
			continue
		}
		where := name
		if host := hostOf(strings.Trim(strings.TrimSpace(value), `"`)); host != "" {
			where += " (" + host + ")"
		}
		if !slices.Contains(out, where) {
			out = append(out, where)
		}
	}
	return out
}

// hostOf is the host of an address as git writes it, "" for a folder.
func hostOf(address string) string {
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		return u.Hostname()
	}
	before, _, ok := strings.Cut(address, ":") // git@host:path
	if !ok || strings.ContainsAny(before, `/\`) || len(before) < 2 {
		return ""
	}
	return before[strings.LastIndexByte(before, '@')+1:]
}

// tracked are the files in a repository's index (gitformat-index(5), versions 2 to 4),
// as far as it can be read.
func tracked(index []byte) []string {
	const fixed = 62 // times, ids, sizes, the object's name, flags
	if len(index) < 12 || !bytes.HasPrefix(index, []byte("DIRC")) {
		return nil
	}
	version, count := binary.BigEndian.Uint32(index[4:]), binary.BigEndian.Uint32(index[8:])
	if version < 2 || version > 4 {
		return nil
	}
	var out []string
	at, last := 12, ""
	for range count {
		if at+fixed > len(index) {
			return out
		}
		begin := at
		extended := binary.BigEndian.Uint16(index[at+60:])&0x4000 != 0
		if at += fixed; extended && version > 2 {
			at += 2
		}
		keep := 0
		if version == 4 {
			var drop int
			if drop, at = prefix(index, at); at < 0 || drop > len(last) {
				return out
			}
			keep = len(last) - drop
		}
		if at >= len(index) {
			return out
		}
		end := bytes.IndexByte(index[at:], 0)
		if end < 0 {
			return out
		}
		last = last[:keep] + string(index[at:at+end])
		out = append(out, last)
		if at += end + 1; version < 4 {
			at = begin + (at-1-begin)/8*8 + 8
		}
	}
	return out
}

// prefix reads how much of the name before is cut off, as version 4 writes it.
func prefix(index []byte, at int) (drop, next int) {
	for i := 0; i < 4 && at < len(index); i++ {
		c := index[at]
		at++
		if i > 0 {
			drop++
		}
		if drop = drop<<7 | int(c&0x7f); c&0x80 == 0 {
			return drop, at
		}
	}
	return 0, -1
}

// waits tells a release that nobody may read yet.
func waits(file []byte, now time.Time) bool {
	doc, _ := frontmatter.Split("release", file)
	if doc == nil {
		return false
	}
	root := doc.Root()
	for _, key := range []string{"embargo", "release_at"} {
		if !root.Has(key) {
			continue
		}
		if at, ok := root.Time(key); !ok || at.Add(14*time.Hour).After(now) {
			return true // not known, held, or ahead; a time without a zone may be hours later
		}
	}
	return false
}

// repository warns where what is not for everybody is kept in a repository that goes
// elsewhere.
func (e *exam) repository() {
	r := e.Repository
	if r == nil || len(r.Remotes) == 0 {
		return
	}
	to := strings.Join(r.Remotes, ", ")
	if len(r.Lists) > 0 {
		e.add(Warning, "press lists", "put contacts/ into .gitignore, and take the lists out of the repository: git rm --cached "+
			strings.Join(r.Lists[:min(3, len(r.Lists))], " "),
			"%s in a git repository with the remote %s: whoever can read that has the addresses", someOf(r.Lists), to)
	}
	if len(r.Releases) > 0 {
		e.add(Warning, "embargoed releases", "keep them out of the repository until the embargo ends, or let nobody else read the remote",
			"%s in a git repository with the remote %s: whoever can read that has them before their time", someOf(r.Releases), to)
	}
}

// someOf names up to three files.
func someOf(names []string) string {
	out := strings.Join(names[:min(3, len(names))], ", ")
	if more := len(names) - 3; more > 0 {
		out += ", …"
	}
	if len(names) == 1 {
		return out + " is"
	}
	return out + " are"
}
