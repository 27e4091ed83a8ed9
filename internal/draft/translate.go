package draft

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"pressroom/internal/diagnostic"
	"pressroom/internal/frontmatter"
	"pressroom/internal/language"
	"pressroom/internal/release"
	"pressroom/internal/saying"
)

// ThereError says that a release is written in a language already.
type ThereError struct{ Slug, Language string }

func (e *ThereError) Error() string { return e.Said().String() }

// Said is the error as a sentence.
func (e *ThereError) Said() saying.Sentence {
	return saying.Of("%s is written in %s already", e.Slug, e.Language)
}

// Translate begins the file of a release in another language: what differs in words stands
// in it in the words of the main file, each after a mark that check finds until it is
// written over. It returns the language's tag.
func (f *Folder) Translate(ctx context.Context, slug, lang string) (tag string, err error) {
	if tag, err = language.Canonical(lang); err != nil {
		return "", err
	}
	sources, err := f.Sources(slug)
	if err != nil {
		return "", err
	}
	for _, s := range sources {
		if s.Language == tag {
			return "", &ThereError{slug, tag}
		}
	}
	main := sources[0]
	rel, diags := f.parse(slug, sources, nil)
	switch {
	case rel == nil:
		return "", &UnreadableError{diags}
	case rel.Main().Language == tag:
		return "", &ThereError{slug, tag}
	}
	text, diags := translation(main.Name, main.Data, rel.Main(), tag)
	if text == nil {
		return "", diags
	}
	name := "releases/" + slug + "." + tag + ".md"
	return tag, f.w.EditFile(ctx, name, func(data []byte) ([]byte, error) {
		if data != nil {
			return nil, &ThereError{slug, tag}
		}
		return text, nil
	})
}

// inWords are the keys of a release that are written in each of its languages.
var inWords = []string{"headline", "subhead", "subject", "dateline", "boilerplate", "notes"}

// translation is the beginning of a file in another language.
func translation(name string, src []byte, main *release.Version, tag string) ([]byte, diagnostic.List) {
	doc, diags := frontmatter.Split(name, src)
	if doc == nil {
		return nil, diags
	}
	mark := "[fill in: in " + tag + "] "
	var b strings.Builder
	fmt.Fprintf(&b, "+++\n# Only what differs in words; all else stands in %s.\n", name)
	write := func(key, text string) {
		if text = strings.TrimSpace(text); text != "" {
			fmt.Fprintf(&b, "%s = %s\n", key, frontmatter.Quote(mark+text))
		}
	}
	of := func(from map[string]any, keys ...string) {
		for _, key := range keys {
			text, _ := from[key].(string)
			write(key, text)
		}
	}
	of(doc.Tree(), inWords...)
	tables := func(array, id string, keys ...string) {
		list, _ := doc.Tree()[array].([]map[string]any)
		for _, one := range list {
			if named, ok := one[id].(string); ok && slices.ContainsFunc(keys, func(key string) bool { return one[key] != nil }) {
				fmt.Fprintf(&b, "\n[[%s]]\n%s = %s\n", array, id, frontmatter.Quote(named))
				of(one, keys...)
			}
		}
	}
	tables("contact", "email", "role", "hours")
	for _, q := range main.Quotes {
		fmt.Fprintf(&b, "\n[[quote]]\nid = %s\n", frontmatter.Quote(q.ID))
		write("title", q.Title)
		write("text", q.Text)
		write("attribution", q.Attribution)
	}
	tables("media", "file", "alt", "caption")
	b.WriteString("+++\n" + mark + strings.TrimLeft(plainEnds(string(src[doc.Body.Start:])), "\n"))
	return []byte(b.String()), nil
}
