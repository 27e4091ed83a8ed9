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

// Whom to ask, in the layouts that the press offices of the day use.
//
//go:embed testdata/wild-contacts.txt
var wildContacts string

func TestWildContacts(t *testing.T) { tryWild(t, wildContacts, 40) }

// Blocks of contacts as pages, tables, cards and sentences have them.
//
//go:embed testdata/wild-blocks.txt
var wildBlocks string

func TestWildBlocks(t *testing.T) { tryWild(t, wildBlocks, 20) }
