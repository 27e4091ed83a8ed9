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

// Who is meant: by a pronoun, a surname, a name that is written in an unusual way.
//
//go:embed testdata/wild-meant.txt
var wildMeant string

func TestWildMeant(t *testing.T) { tryWild(t, wildMeant, 20) }

// Whom to ask in an office, without a label or a name, and what the menus of pages say of it.
//
//go:embed testdata/wild-office.txt
var wildOffice string

func TestWildOffice(t *testing.T) { tryWild(t, wildOffice, 14) }

// Small turns between a name, a verb and the words.
//
//go:embed testdata/wild-turns.txt
var wildTurns string

func TestWildTurns(t *testing.T) { tryWild(t, wildTurns, 10) }
