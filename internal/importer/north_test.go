package importer

import (
	_ "embed"
	"testing"
)

// Who speaks, and for whom, in German, Dutch and the Nordic languages, where the clause alone does not tell.
//
//go:embed testdata/wild-north.txt
var wildNorth string

func TestWildNorth(t *testing.T) { tryWild(t, wildNorth, 30) }
