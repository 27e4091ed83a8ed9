package compile

import (
	"strconv"
	"strings"
	"sync"

	"pressroom/internal/diagnostic"
	"pressroom/internal/language"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
	"pressroom/internal/render/email"
	"pressroom/templates"
)

// Broken is what is wrong with the workspace's own templates, at its place: the page
// and the mail of the release are made with them. Those that come with the program
// are tried by its tests.
func (in *Input) Broken() diagnostic.List {
	ours := ownTemplates()
	own := func(folder string) bool {
		for _, name := range templates.Names {
			if strings.HasPrefix(name, folder) && in.Templates[name] != ours[name] {
				return true
			}
		}
		return false
	}
	web, mail := own("web/"), own("email/")
	var out diagnostic.List
	for _, v := range in.Variants() {
		if web {
			_, err := in.One(Web, v)
			web = err == nil
			out = append(out, brokenAt("web/page.html", err)...)
		}
		if mail {
			err := in.tryMail(v)
			mail = err == nil
			out = append(out, brokenAt("email/mail.html", err)...)
		}
	}
	return out
}

// ownTemplates are those that come with the program.
var ownTemplates = sync.OnceValue(func() templates.Set { return templates.Defaults(nil) })

// tryMail makes the mail with all that can stand above a release.
func (in *Input) tryMail(v release.Variant) error {
	note := in.Release.Version(v.Language).Catalogue().Say(language.SentAgain)
	_, err := in.Bodies(v, email.Above{Covers: in.Release.CoverIDs(v.Phase), Note: []string{note}})
	return err
}

// templatePlace is how the library of templates tells a place: the name, the line and,
// of what happens while it is filled in, the bytes before it in the line.
var templatePlace = pattern.New(`template: ?(?:page|mail)\.html:(\d+)(?::(\d+))?: `)

// brokenAt is what the library says of a template, which knows no positions of ours.
func brokenAt(name string, err error) diagnostic.List {
	if err == nil {
		return nil
	}
	at := diagnostic.Position{File: "templates/" + name, Line: 1, Column: 1}
	text := strings.TrimPrefix(err.Error(), "template "+name+": ")
	if m := templatePlace.FindStringSubmatchIndex(text); m != nil {
		at.Line, _ = strconv.Atoi(text[m[2]:m[3]])
		if m[4] >= 0 {
			before, _ := strconv.Atoi(text[m[4]:m[5]])
			at.Column = before + 1
		}
		text = text[:m[0]] + text[m[1]:]
	}
	var out diagnostic.List
	out.Errorf(at, "template", "%s; mend it, or take the file away: the one that comes with the program takes its place", text)
	return out
}
