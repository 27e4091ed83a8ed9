package app

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/mail"
	"strings"
	"time"

	"pressroom/internal/language"
)

// IdentityError says what is wrong with what a flag says of an identity.
type IdentityError struct {
	Flag string
	Err  error
}

func (e *IdentityError) Error() string { return e.Flag + ": " + e.Err.Error() }

// Unwrap is what is wrong.
func (e *IdentityError) Unwrap() error { return e.Err }

// trait is one of what an identity has.
type trait struct {
	value      *string
	flag, asks string
	line       string // what is written into the settings; "" where they have one anyway
	wrong      func(string) error
}

func (who *Identity) traits() []trait {
	return []trait{
		{&who.Name, "--name", "The organization's name, as it is printed", `[organization] name = "…"`, wrongName},
		{&who.Zone, "--zone", "Its time zone, as in America/New_York", `[organization] timezone = "…"`, wrongZone},
		{&who.Language, "--language", "The language of its releases, as in en, en-GB or fr", "", wrongLanguage},
		{&who.From, "--from", "The sender of mail, as in Press office <press@example.org>", `[mail] from = "…"`, wrongSender},
	}
}

func wrongName(s string) error {
	if strings.ContainsAny(s, "\r\n\t") {
		return errors.New("a name is one line")
	}
	return nil
}

func wrongZone(s string) error {
	if _, err := time.LoadLocation(s); err != nil || s == "Local" {
		return fmt.Errorf("%q is no time zone; write a place, as in America/New_York or Europe/Berlin", s)
	}
	return nil
}

func wrongLanguage(s string) error {
	if _, known := language.For(s); known {
		return nil
	}
	return fmt.Errorf("%q is no language that pressroom knows; write one of %s", s, strings.Join(language.Known(), ", "))
}

func wrongSender(s string) error {
	if _, err := mail.ParseAddress(s); err != nil {
		return fmt.Errorf("%q is no address; write Press office <press@example.org>", s)
	}
	return nil
}

// Look refuses what cannot be.
func (who *Identity) Look() error {
	for _, t := range who.traits() {
		if *t.value == "" {
			continue
		}
		if err := t.wrong(*t.value); err != nil {
			return &IdentityError{t.flag, err}
		}
	}
	return nil
}

// Ask asks for what is not known; an empty answer leaves it so.
func (who *Identity) Ask(in io.Reader, out io.Writer) error {
	if err := who.Look(); err != nil {
		return err
	}
	lines := bufio.NewScanner(in)
	for _, t := range who.traits() {
		for *t.value == "" {
			fmt.Fprintf(out, "%s (Enter: later): ", t.asks)
			if !lines.Scan() {
				fmt.Fprintln(out)
				return lines.Err()
			}
			answer := strings.TrimSpace(lines.Text())
			if answer == "" {
				break
			}
			if err := t.wrong(answer); err != nil {
				fmt.Fprintln(out, err)
				continue
			}
			*t.value = answer
		}
	}
	return nil
}

// Lacking says what is still to be written into the settings.
func (who *Identity) Lacking(out io.Writer, file string) {
	var lines, flags []string
	for _, t := range who.traits() {
		if *t.value == "" && t.line != "" {
			lines, flags = append(lines, t.line), append(flags, t.flag)
		}
	}
	if len(lines) > 0 {
		fmt.Fprintf(out, "Still to be written into %s (or given to init with %s):\n  %s\n", file,
			strings.Join(flags, ", "), strings.Join(lines, "\n  "))
	}
}
