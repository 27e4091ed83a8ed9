package house

import (
	"go/ast"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// owners names the package that owns each table: the only one whose SQL names it.
// Others call it, within their own transaction where they have to. The store copies
// tables without knowing what is in them.
var owners = map[string]string{
	"setting": "setting",
	"blob":    "blob",

	"pulse": "ledger", "worker": "ledger", "dispatch": "ledger", "artefact": "ledger", "delivery": "ledger", "attempt": "ledger",
	"suppression": "ledger", "tally": "ledger", "told": "ledger", "person": "ledger", "turn": "ledger", "bar": "ledger", "amendment": "ledger",
	"approval": "ledger",

	"override": "people", "link": "people", "reply": "people",
	"link_open": "links", "link_browser": "links", "link_code": "links",
	"publication": "publication",
	"certificate": "certificate",
	"sampled":     "provenance",
	"fetched":     "fetches",
	"searchable":  "search",
	"saved":       "revisions",
	"agreement":   "agreement", "agreement_reading": "agreement", "agreement_look": "agreement",
	"agreement_reference": "agreement",
	"quote_request":       "coalition", "quote_link": "coalition", "quote_event": "coalition",

	"office_session": "office", "office_code": "office", "office_trail": "office",

	// River makes its own.
	"river_job": "jobs", "river_leader": "jobs", "river_queue": "jobs", "river_client": "jobs", "river_client_queue": "jobs",
	"river_migration": "jobs", "river_notification": "jobs",
}

// table finds what a statement reads or writes, and a name that is put in when the
// program runs.
var table = regexp.MustCompile(`\b(?:FROM|JOIN|INTO|UPDATE)\s+((?:[a-z_]+(?:\s+(?:AS\s+)?[a-z_]+)?\s*,\s*)*[a-z_]+|\x00)`)

func TestATableBelongsToOnePackage(t *testing.T) {
	seen := make(map[string]bool)
	walk(t, func(pkg string, file *ast.File, name string) {
		ast.Inspect(file, func(n ast.Node) bool {
			sql, ok := text(n)
			if !ok {
				return true
			}
			for _, found := range table.FindAllStringSubmatch(sql, -1) {
				for _, one := range strings.Split(found[1], ",") {
					one, _, _ = strings.Cut(strings.TrimSpace(one), " ")
					seen[pkg+" "+one] = true
					switch owner, known := owners[one]; {
					case pkg == "store":
					case one == "\x00":
						t.Errorf("%s: a table whose name is put in when the program runs belongs to nobody; write it out: %.60q", name, sql)
					case known && owner != pkg:
						t.Errorf("%s: %s belongs to %s; ask it: %.60q", name, one, owner, sql)
					}
				}
			}
			return false
		})
	})
	for one, owner := range owners {
		if !strings.HasPrefix(one, "river_") && !seen[owner+" "+one] {
			t.Errorf("%s does not name its table %s: whose is it?", owner, one)
		}
	}
}

// text is a text of the program, written in one piece or in several; \x00 stands in
// it for what is put in when the program runs.
func text(n ast.Node) (string, bool) {
	switch n := n.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(n.Value)
		return s, err == nil && n.Kind == token.STRING
	case *ast.BinaryExpr:
		before, first := text(n.X)
		after, second := text(n.Y)
		if n.Op != token.ADD || !first && !second {
			return "", false
		}
		if !first {
			before = "\x00"
		}
		if !second {
			after = "\x00"
		}
		return before + after, true
	}
	return "", false
}

var created = regexp.MustCompile(`(?i)CREATE (?:VIRTUAL )?TABLE (?:IF NOT EXISTS )?([a-z_]+)`)

func TestEveryTableHasAnOwner(t *testing.T) {
	files, err := filepath.Glob("../store/migrations/*/*.sql")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d migrations, %v", len(files), err)
	}
	var all []string
	for _, name := range files {
		sql, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range created.FindAllSubmatch(sql, -1) {
			all = append(all, string(found[1]))
			if owners[string(found[1])] == "" {
				t.Errorf("%s: the table %s has no owner; add it to the table here", name, found[1])
			}
		}
	}
	for one := range owners {
		if !strings.HasPrefix(one, "river_") && !slices.Contains(all, one) {
			t.Errorf("the table of owners names %s, which no migration makes", one)
		}
	}
}
