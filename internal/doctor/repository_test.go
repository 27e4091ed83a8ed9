package doctor

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pressroom/internal/workspace"
)

// indexOf is a repository's index with these files, as git writes it in a version.
func indexOf(version uint32, names ...string) []byte {
	out := append([]byte("DIRC"), binary.BigEndian.AppendUint32(nil, version)...)
	out = binary.BigEndian.AppendUint32(out, uint32(len(names)))
	last := ""
	for n, name := range names {
		entry := make([]byte, 62)
		binary.BigEndian.PutUint16(entry[60:], uint16(len(name)))
		if version > 2 && n%2 == 1 { // with further flags
			entry[60] |= 0x40
			entry = append(entry, 0, 0)
		}
		if version == 4 {
			keep := 0
			for keep < min(len(last), len(name)) && last[keep] == name[keep] {
				keep++
			}
			entry = append(entry, varint(len(last)-keep)...)
			entry = append(append(entry, name[keep:]...), 0)
		} else {
			entry = append(entry, name...)
			for entry = append(entry, 0); len(entry)%8 != 0; {
				entry = append(entry, 0)
			}
		}
		last = name
		out = append(out, entry...)
	}
	return append(out, "TREE and a digest"...)
}

// varint writes a number as git does in version 4.
func varint(n int) []byte {
	out := []byte{byte(n & 0x7f)}
	for n >>= 7; n > 0; n >>= 7 {
		n--
		out = append([]byte{0x80 | byte(n&0x7f)}, out...)
	}
	return out
}

const remoteConfig = `[core]
	bare = false
[remote "origin"]
	url = https://ana:secret@git.example/harbor/press.git
	fetch = +refs/heads/*:refs/remotes/origin/*
[remote "copy"]
	url = git@other.example:press.git
[branch "main"]
	remote = origin
	url = https://nobody.example
`

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestListsAndEmbargoedReleasesInARepositoryWithARemoteAreTold(t *testing.T) {
	now := time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	for _, version := range []uint32{2, 3, 4} {
		top := t.TempDir()
		dir := filepath.Join(top, "office", "press")
		names := []string{
			"README.md", "office/press/contacts/national.csv", "office/press/contacts/segments.toml",
			"office/press/contacts/trusted.toml", "office/press/releases/held.md", "office/press/releases/later.md",
			"office/press/releases/out.md", "office/press/releases/unknown.md", "other/contacts/theirs.csv",
			"other/" + strings.Repeat("long/", 60) + "name.txt", "zz",
		}
		write(t, filepath.Join(top, ".git", "index"), string(indexOf(version, names...)))
		write(t, filepath.Join(top, ".git", "config"), remoteConfig)
		write(t, filepath.Join(dir, "releases/held.md"), "+++\nheadline = \"H\"\nrelease_at = \"hold\"\n+++\nText.\n")
		write(t, filepath.Join(dir, "releases/later.md"), "+++\nheadline = \"H\"\nembargo = 2026-12-08T09:00:00-05:00\n+++\nText.\n")
		write(t, filepath.Join(dir, "releases/out.md"), "+++\nheadline = \"H\"\nembargo = 2026-11-02T09:00:00-05:00\n+++\nText.\n")
		write(t, filepath.Join(dir, "releases/unknown.md"), "+++\nheadline = \"H\"\nembargo = \"?\"\n+++\nText.\n")
		r := findRepository(&workspace.Workspace{Dir: dir}, now)
		if r == nil {
			t.Fatalf("version %d: no repository", version)
		}
		if want := []string{"origin (git.example)", "copy (other.example)"}; !slices.Equal(r.Remotes, want) {
			t.Errorf("version %d: remotes %q", version, r.Remotes)
		}
		if want := []string{"contacts/national.csv", "contacts/trusted.toml"}; !slices.Equal(r.Lists, want) {
			t.Errorf("version %d: lists %q", version, r.Lists)
		}
		if want := []string{"releases/held.md", "releases/later.md", "releases/unknown.md"}; !slices.Equal(r.Releases, want) {
			t.Errorf("version %d: releases %q", version, r.Releases)
		}
	}
}

func TestARepositoryThatGoesNowhereIsNotTold(t *testing.T) {
	dir := t.TempDir()
	if r := findRepository(&workspace.Workspace{Dir: dir}, time.Time{}); r != nil {
		t.Errorf("no repository: %+v", r)
	}
	write(t, filepath.Join(dir, ".git", "config"), "[core]\n\tbare = false\n")
	write(t, filepath.Join(dir, ".git", "index"), string(indexOf(2, "contacts/a.csv")))
	p, _ := patient(t)
	p.Repository = findRepository(&workspace.Workspace{Dir: dir}, time.Time{})
	if got := find(Examine(t.Context(), p), "press lists"); got != "" {
		t.Errorf("without a remote: %s", got)
	}
	write(t, filepath.Join(dir, ".git", "config"), remoteConfig)
	p.Repository = findRepository(&workspace.Workspace{Dir: dir}, time.Time{})
	found := find(Examine(t.Context(), p), "press lists")
	if !strings.Contains(found, "contacts/a.csv is in a git repository with the remote origin (git.example), copy (other.example)") ||
		strings.Contains(found, "secret") {
		t.Errorf("with one: %s", found)
	}
}

// A work tree has its index in one place and its settings in another.
func TestAWorkTreeIsPartOfItsRepository(t *testing.T) {
	top := t.TempDir()
	write(t, filepath.Join(top, "main/.git/config"), remoteConfig)
	write(t, filepath.Join(top, "main/.git/worktrees/w/index"), string(indexOf(2, "contacts/a.csv")))
	write(t, filepath.Join(top, "main/.git/worktrees/w/commondir"), "../..\n")
	write(t, filepath.Join(top, "w/.git"), "gitdir: ../main/.git/worktrees/w\n")
	r := findRepository(&workspace.Workspace{Dir: filepath.Join(top, "w")}, time.Time{})
	if r == nil || len(r.Remotes) != 2 || !slices.Equal(r.Lists, []string{"contacts/a.csv"}) {
		t.Errorf("%+v", r)
	}
}

func FuzzIndexOfARepository(f *testing.F) {
	for _, version := range []uint32{2, 3, 4} {
		f.Add(indexOf(version, "contacts/a.csv", "contacts/b.csv", "releases/x.md"))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		total := 0
		for _, name := range tracked(data) {
			total += len(name)
		}
		if total > (len(data)+1)*(len(data)+1) {
			t.Errorf("%d bytes of names from %d", total, len(data))
		}
		remotes(data)
	})
}
