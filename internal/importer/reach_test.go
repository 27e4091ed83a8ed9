package importer

import (
	_ "embed"
	"testing"
)

// Whom to ask, wherever and however a release says it.
//
//go:embed testdata/wild-reach.txt
var wildReach string

func TestWildReach(t *testing.T) { tryWild(t, wildReach, 50) }
