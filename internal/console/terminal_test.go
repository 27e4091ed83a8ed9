package console

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"pressroom/internal/diagnostic"
)

func TestAnErrorIsShownOnceAndTellsWhetherTheCommandWasUsedWrongly(t *testing.T) {
	wrong := diagnostic.List{{Position: diagnostic.Position{File: "a.md", Line: 2, Column: 1}, Message: "the headline is missing"}}
	for name, c := range map[string]struct {
		err     error
		want    string
		misused bool
	}{
		"of usage":                         {Usage(errors.New("send takes one release")), "pressroom: send takes one release\n", true},
		"that was shown":                   {QuietError{}, "", false},
		"of a list that is not written":    {unwrittenError{}, "", false},
		"that was shown, beside one":       {errors.Join(Usage(errors.New("there is no list x")), QuietError{}), "", false},
		"made of findings":                 {fmt.Errorf("reading: %w", wrong), wrong.Error() + "\n", false},
		"of anything else":                 {errors.New("the disk is full"), "pressroom: the disk is full\n", false},
		"of usage that was made of others": {Usage(wrong), "pressroom: " + wrong.Error() + "\n", true},
	} {
		var said bytes.Buffer
		if misused := (&Terminal{Stderr: &said}).ShowError(c.err); misused != c.misused || said.String() != c.want {
			t.Errorf("an error %s: %v %q", name, misused, said.String())
		}
	}
}

func TestNothingIsAskedWhereThereIsNoTerminal(t *testing.T) {
	var said bytes.Buffer
	at := &Terminal{Stdin: strings.NewReader("y\n"), Stderr: &said}
	err := at.Confirm("Erase it?", false)
	if !errors.As(err, new(UsageError)) || !strings.Contains(err.Error(), "add --yes") || said.Len() > 0 {
		t.Errorf("%v %q", err, said.String())
	}
	if err := at.Confirm("Erase it?", true); err != nil || said.Len() > 0 {
		t.Errorf("answered beforehand: %v %q", err, said.String())
	}
}

// An answer takes no byte of the next line, which is the answer to the next question.
func TestEachQuestionTakesOneLine(t *testing.T) {
	at := &Terminal{Stdin: strings.NewReader(" outlet \n-\n"), Stderr: io.Discard}
	for _, want := range []string{"outlet", "-", ""} {
		if got, err := at.Answer("What is that?"); err != nil || got != want {
			t.Errorf("%q is read as %q, %v", want, got, err)
		}
	}
}

func TestAQuestionEndsWhenTheProgramIsToldTo(t *testing.T) {
	never, w := io.Pipe()
	defer w.Close()
	told := make(chan struct{})
	close(told)
	var said bytes.Buffer
	if _, err := (&Terminal{Stdin: never, Stderr: &said, Told: told}).Answer("Write it? "); err == nil || said.String() != "Write it? \n" {
		t.Errorf("%v %q", err, said.String())
	}
}
