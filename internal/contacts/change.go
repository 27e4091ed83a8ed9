package contacts

import (
	"maps"
	"slices"
)

// Change is what a journalist has changed of their own entry, or an address that
// replaces theirs. It stands over what press lists say; nil and "" leave a field
// as it is.
type Change struct {
	Email       string    `json:"email,omitempty"`  // replaces the address
	Joined      bool      `json:"joined,omitempty"` // Email was known before it replaced the address
	Name        *string   `json:"name,omitempty"`
	Outlet      *string   `json:"outlet,omitempty"`
	Language    *string   `json:"language,omitempty"`
	Format      *string   `json:"format,omitempty"`
	Beats       *[]string `json:"beats,omitempty"`
	Attachments *bool     `json:"attachments,omitempty"`
	Embargo     *bool     `json:"embargo,omitempty"`
}

// Apply puts changes, by address key, over the lists. Where a replacement is on a
// list itself, the one that it replaces is dropped and the lists are united.
func (b *Book) Apply(changes map[string]Change) {
	if len(changes) == 0 {
		return
	}
	b.picked, b.byName = nil, nil
	byKey := make(map[string]*Journalist, len(b.Journalists))
	for _, j := range b.Journalists {
		byKey[j.Key] = j
	}
	gone := make(map[*Journalist]*Journalist) // what stands for whom
	for _, key := range slices.Sorted(maps.Keys(changes)) {
		j, c := byKey[key], changes[key]
		if j == nil {
			continue
		}
		j.apply(c)
		if c.Email == "" {
			continue
		}
		newKey, err := AddressKey(c.Email)
		if err != nil || newKey == key {
			continue
		}
		if other := byKey[newKey]; other != nil && other != j {
			gone[j] = other
			continue
		}
		j.Email, j.Key = c.Email, newKey
		byKey[newKey] = j
	}
	b.replace(gone)
}

func (j *Journalist) apply(c Change) {
	for _, f := range []struct{ to, from *string }{
		{&j.Name, c.Name},
		{&j.Outlet, c.Outlet},
		{&j.Language, c.Language},
		{&j.Format, c.Format},
	} {
		if f.from != nil {
			*f.to = *f.from
		}
	}
	if c.Beats != nil {
		j.Beats = *c.Beats
	}
	if c.Attachments != nil {
		j.Attachments = c.Attachments
	}
	if c.Embargo != nil {
		j.Embargo, j.NoEmbargo = *c.Embargo, !*c.Embargo
	}
}

// replace takes journalists out of the book whose place others have taken.
func (b *Book) replace(gone map[*Journalist]*Journalist) {
	final := func(j *Journalist) *Journalist {
		for range len(gone) {
			next := gone[j]
			if next == nil {
				return j
			}
			j = next
		}
		return j
	}
	for _, j := range b.Journalists {
		if gone[j] == nil {
			continue
		}
		to := final(j)
		for _, l := range j.Lists {
			if !slices.Contains(to.Lists, l) {
				to.Lists = append(to.Lists, l)
			}
		}
		to.Beats, to.Tags = union(to.Beats, j.Beats), union(to.Tags, j.Tags)
	}
	swap := func(list []*Journalist) []*Journalist {
		var out []*Journalist
		seen := make(map[*Journalist]bool)
		for _, j := range list {
			if j = final(j); !seen[j] {
				seen[j] = true
				out = append(out, j)
			}
		}
		return out
	}
	for name, list := range b.lists {
		b.lists[name] = swap(list)
	}
	b.Journalists = swap(b.Journalists)
}

func union(a, b []string) []string {
	out := a[:len(a):len(a)]
	for _, s := range b {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
