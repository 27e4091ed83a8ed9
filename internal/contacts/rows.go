package contacts

import "strings"

// Audience is a list or a segment, and how many it holds.
type Audience struct {
	Name        string `json:"name"`
	Kind        string `json:"kind"` // list or segment
	Journalists int    `json:"journalists"`
}

// Audiences are all lists and then all segments.
func (b *Book) Audiences() ([]Audience, error) {
	out := []Audience{}
	add := func(name, kind string) error {
		picked, err := b.Pick(name)
		out = append(out, Audience{name, kind, len(picked)})
		return err
	}
	for _, name := range b.Lists() {
		if err := add(name, "list"); err != nil {
			return nil, err
		}
	}
	for _, s := range b.Segments() {
		if err := add(s.Name, "segment"); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Row is a journalist as commands write them in JSON.
type Row struct {
	Email    string   `json:"email"`
	Name     string   `json:"name"`
	Outlet   string   `json:"outlet"`
	Language string   `json:"language"`
	Beats    []string `json:"beats"`
	Embargo  bool     `json:"embargo"`
	Lists    []string `json:"lists"`
}

// Row is the journalist in JSON.
func (j *Journalist) Row() Row {
	return Row{j.Email, j.Name, j.Outlet, j.Language, j.Beats, j.Embargo, j.Lists}
}

// Who is an address, by its key, and what the press lists know of whose it is.
func (b *Book) Who(key string) string {
	for _, j := range b.Journalists {
		if j.Key != key {
			continue
		}
		var known []string
		for _, v := range []string{j.Name, j.Outlet} {
			if v != "" {
				known = append(known, v)
			}
		}
		lists := "on the list "
		if len(j.Lists) > 1 {
			lists = "on the lists "
		}
		if lists += strings.Join(j.Lists, ", "); len(known) > 0 {
			lists = strings.Join(known, ", ") + "; " + lists
		}
		return key + " (" + lists + ")"
	}
	return key + " (on no list)"
}
