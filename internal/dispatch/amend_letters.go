package dispatch

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"pressroom/internal/audience"
	"pressroom/internal/language"
	"pressroom/internal/ledger"
	"pressroom/internal/render/email"
)

// mostNamed is how many of those who are written to are named before it is done.
const mostNamed = 20

// read writes who gets a mail to holders, and what they read, by language.
func (a *Amendment) read(c *composer, out io.Writer) error {
	var all []ledger.Holder
	for _, h := range a.Holders {
		all = append(all, ledger.Holder{Name: h.Name, Outlet: h.Outlet, Address: h.Address, Language: h.Form.Language})
	}
	return read(out, all, func(lang string) (string, string, error) {
		bodies, err := c.bodies(words{language: lang, textOnly: true})
		if err != nil {
			return "", "", err
		}
		return bodies.Subject, string(bodies.Text), nil
	})
}

// read writes to whom it is written in each language, and what.
func read(out io.Writer, to []ledger.Holder, as func(lang string) (subject, text string, err error)) error {
	var languages []string
	for _, h := range to {
		if !slices.Contains(languages, h.Language) {
			languages = append(languages, h.Language)
		}
	}
	for _, lang := range languages {
		fmt.Fprintf(out, "\nIn %s, to:\n", lang)
		n := 0
		for _, h := range to {
			if h.Language != lang {
				continue
			}
			if n++; n <= mostNamed {
				who := slices.DeleteFunc([]string{h.Name, h.Outlet, h.Address}, func(s string) bool { return s == "" })
				fmt.Fprintf(out, "  %s\n", strings.Join(who, ", "))
			}
		}
		if n > mostNamed {
			fmt.Fprintf(out, "  and %d more\n", n-mostNamed)
		}
		subject, text, err := as(lang)
		if err != nil {
			return err
		}
		text, _, _ = strings.Cut(text, email.PersonalLine) // below it is what each has of their own
		fmt.Fprintf(out, "Subject: %s\n\n%s\n", subject, strings.TrimRight(text, "- \n"))
	}
	return nil
}

// HoldLetters writes who would be asked to wait with the copy that they have of a release that
// is not out, and what they would read. It stores nothing.
func (e *Embargo) HoldLetters(ctx context.Context, slug string, out io.Writer) error {
	d, err := e.Ledger.Basis(ctx, slug)
	if err != nil || d == nil {
		return err
	}
	s, _, err := toSend(ctx, e.Ledger, d.ID)
	if err != nil {
		return err
	}
	now, err := e.Ledger.Now(ctx)
	if err != nil {
		return err
	}
	held, err := e.Ledger.Copies(ctx, slug, now)
	if err != nil {
		return err
	}
	l := &letters{what: ledger.OnHold, in: s.Input, mail: s.kept.Mail, from: d, now: now}
	for i := range held {
		held[i].Language = language.Lookup(held[i].Language, s.Input.Release.Languages())
	}
	return read(out, held, func(lang string) (string, string, error) {
		subject, text := l.words(audience.Form{Language: lang})
		return subject, text, nil
	})
}
