package lists

import (
	"cmp"
	"fmt"
	"maps"
	"strings"

	"pressroom/internal/contacts/heading"
	"pressroom/internal/contacts/intake"
)

// Ask is the next column that is worth asking about, of those that are not answered yet; nil
// where there is none.
func (i *Import) Ask(answered map[string]string) *intake.Column {
	for n, c := range i.Reading.Columns {
		if _, said := answered[c.Head()]; !said && (c.Unsure != "" || c.Asked) {
			return &i.Reading.Columns[n]
		}
	}
	return nil
}

// Question asks what a column holds.
func Question(c *intake.Column) string {
	if c.Unsure == "" {
		return fmt.Sprintf("What is that? Enter to keep it as %s, another column, or - to leave it out: ", c.Name)
	}
	return fmt.Sprintf("What is that? Enter for %s, another column, or - to leave it out: ", c.Unsure)
}

// knownFields are what a column can be said to hold, as somebody is told who says something
// else.
const knownFields = "name, first name, last name, outlet, beats, region, language, title, phone, notes, tags, subscribed or unsubscribed"

// Answer is what somebody says of a column: what it holds, "-" to leave it out, "=NAME" for a
// name of one's own, or nothing for what it seems to be. It is an error that says what can be
// written where it is none of them, or what another column holds already.
func (i *Import) Answer(c *intake.Column, typed string) (string, error) {
	typed = strings.TrimSpace(typed)
	own, isOwn := strings.CutPrefix(typed, intake.Own)
	field := heading.Of(typed)
	switch {
	case typed == "" && c.Unsure == "":
		return intake.Own + c.Name, nil
	case typed == "":
		typed, field = string(c.Unsure), c.Unsure
	case typed == intake.LeaveOut, isOwn && heading.ColumnName(own) != "":
		return typed, nil
	case field == "" || field == heading.Ignored:
		name := cmp.Or(heading.ColumnName(typed), "rating")
		return "", fmt.Errorf("%q is no column that is known here: write %s; or %s%s to keep it under that name", typed, knownFields, intake.Own,
			name)
	}
	for _, other := range i.Reading.Columns {
		if other.Index != c.Index && other.Field == field && other.Unsure == "" && single(field) {
			return "", fmt.Errorf("%s is %s already: write another, or - to leave this one out", field, other.Head())
		}
	}
	return typed, nil
}

// single tells whether only one column can hold a field.
func single(f heading.Field) bool {
	switch f {
	case heading.Name, heading.FirstName, heading.LastName, heading.Outlet, heading.Email, heading.Language, heading.Region:
		return true
	}
	return false
}

// Keep writes down what was said of columns, for the next time, whatever becomes of this import.
func (i *Import) Keep(said map[string]string) error {
	how := i.how
	how.Columns = maps.Clone(i.how.Columns)
	if how.Columns == nil {
		how.Columns = make(map[string]string)
	}
	maps.Copy(how.Columns, said)
	data, err := i.encode(how)
	if err != nil {
		return err
	}
	return i.w.Write(i.howFile(), data)
}

// Kept is the file in which what was said of columns is kept.
func (i *Import) Kept() string { return i.howFile() }

// Still says how the list stays where nothing is written.
func (i *Import) Still() string {
	if i.Exists {
		return i.file() + " is as it was"
	}
	return "there is no " + i.file()
}
