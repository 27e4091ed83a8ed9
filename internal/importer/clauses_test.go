package importer

import (
	_ "embed"
	"testing"
)

// How it is told who speaks, without a verb beside the name or with more than one word
// between them.
//
//go:embed testdata/wild-clauses.txt
var wildClauses string

func TestWildClauses(t *testing.T) { tryWild(t, wildClauses, 40) }
