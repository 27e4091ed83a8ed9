package attribution

import (
	"pressroom/internal/expect"
	"pressroom/internal/importer/prose"
)

// lined are paragraphs of lines with signs between.
func lined(text string) []prose.Para { return shorthand(expect.Blocks(text, "¶")) }
