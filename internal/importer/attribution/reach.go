package attribution

import (
	"fmt"
	"slices"

	"pressroom/internal/importer/prose"
)

// mostSpoken is how much of a text is read for who speaks, in bytes: ten times what a long
// release has. Who speaks is told by all that the text tells of them, and the time that
// takes grows with its square.
const mostSpoken = 64 << 10

// outOfReach takes the paragraphs off the body that stand behind that; the first of them
// with words in quotation marks says that whose they are is not known.
func (d *Copy) outOfReach() []Piece {
	size := 0
	at := slices.IndexFunc(d.Body, func(p prose.Para) bool {
		size += len(p.Text)
		return size > mostSpoken
	})
	if at < 0 {
		return nil
	}
	var out []Piece
	told := false
	for _, p := range d.Body[at:] {
		more := Piece{Para: p, Quote: -1}
		if !told && d.unplaced(p) != "" {
			told = true
			more.Unsure = fmt.Sprintf("the text is too long for one release; from here on it was not read who says what stands in quotation marks; "+
				"divide it, or make each a [[quote]]: %.60s", p.Text)
		}
		out = append(out, more)
	}
	d.Body = d.Body[:at]
	return out
}
