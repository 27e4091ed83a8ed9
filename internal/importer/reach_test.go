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

// What else is written where one looks for whom to ask, and days that only programs see.
//
//go:embed testdata/wild-whom.txt
var wildWhom string

func TestWildWhom(t *testing.T) { tryWild(t, wildWhom, 30) }
