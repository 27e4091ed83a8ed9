package importer

import (
	_ "embed"
	"testing"
)

// How French and Italian say whose words are, in other ways than with a verb and a name beside them.
//
//go:embed testdata/wild-romance.txt
var wildRomance string

func TestWildRomance(t *testing.T) { tryWild(t, wildRomance, 20) }
