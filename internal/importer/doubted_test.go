package importer

import (
	_ "embed"
	"testing"
)

// What reads as an organisation and is none, and offices of which it is not sure whose they
// are.
//
//go:embed testdata/wild-doubt.txt
var wildDoubt string

func TestWildDoubt(t *testing.T) { tryWild(t, wildDoubt, 18) }
