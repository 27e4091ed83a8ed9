package intake

import (
	"fmt"

	"pressroom/internal/contacts/heading"
)

// Head is what a column is called where it is spoken of.
func (c Column) Head() string {
	if c.Heading == "" {
		return fmt.Sprintf("column %d", c.Index+1)
	}
	return c.Heading
}

// Says is what became of the column, in words; "" where there is nothing to say.
func (c Column) Says() string {
	switch {
	case c.Field == heading.Inactive:
		return "says who is no longer active; whoever it marks is not mailed"
	case c.Field == heading.Active:
		return "says who is active; whoever it says no of is not mailed"
	case c.Field == heading.Left:
		return "says who wants no mail; whoever it marks is not mailed"
	case c.Field == heading.Subscribed:
		return "says who wants mail; whoever it says no of is not mailed"
	case c.Name != "" && c.Field == heading.Consent:
		return "→ " + c.Name + ", and whoever it says no of is not mailed"
	case c.Name != "" && c.Field == heading.Status:
		return "→ " + c.Name + ", and whoever it says has left, or is not active, is not mailed"
	case c.Name != "" && (c.Field == heading.FirstName || c.Field == heading.MiddleName || c.Field == heading.LastName):
		return fmt.Sprintf("→ %s (%s)", c.Name, c.Field)
	case c.Name != "":
		return "→ " + c.Name
	case c.Heading != "":
		return "left out: " + c.Why
	}
	return ""
}

// As is what somebody would have to say of the column, in Understand, for it to be read as
// it is.
func (c Column) As() string {
	switch {
	case c.Field.Bars():
		return string(c.Field)
	case c.Name == "":
		return LeaveOut
	case c.Field == "" && heading.Of(c.Name) != "":
		return Own + c.Name
	case c.Field.Column() != "":
		return string(c.Field)
	}
	return c.Name
}
