package intake

import "fmt"

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
	case c.Name != "" && (c.Field == "first name" || c.Field == "middle name" || c.Field == "last name"):
		return fmt.Sprintf("→ %s (%s)", c.Name, c.Field)
	case c.Name != "":
		return "→ " + c.Name
	case c.Heading != "":
		return "left out: " + c.Why
	}
	return ""
}
