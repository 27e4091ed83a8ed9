package store_test

import (
	"context"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/store"
	"pressroom/internal/testdb"
)

// tableOf is what the schema says of one.
type tableOf struct {
	Columns map[string]columnOf
	Indexes []string // each "unique (a, b desc) where …", those of constraints too
	Refers  []string // as in "dispatch → dispatch.id"
}

type columnOf struct {
	Kind    string // number, text or bytes
	Null    bool
	Default string
}

// notCopied are the tables that database copy leaves out, and why.
var notCopied = map[string]string{
	"goose_db_version":  "says which migrations were run: the other database has run its own",
	"searchable":        "follows from what is published: it is filled anew, and each database keeps it in its own way",
	"searchable_config": "of searchable, in SQLite", "searchable_content": "of searchable, in SQLite", "searchable_data": "of searchable, in SQLite",
	"searchable_docsize": "of searchable, in SQLite", "searchable_idx": "of searchable, in SQLite",
	"river_job":          "nothing must wait in it when a workspace moves: copy asks",
	"river_leader":       "which process of this database hands out jobs",
	"river_migration":    "which of River's migrations were run here",
	"river_notification": "what one process has yet to tell the others",
	"river_queue":        "queues appear by themselves when a worker starts",
}

func TestBothDatabasesHaveTheSameSchema(t *testing.T) {
	ctx := context.Background()
	lite, err := store.Open(ctx, t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	defer lite.Close()
	post, err := store.Open(ctx, t.TempDir(), testdb.Postgres(t))
	if err != nil {
		t.Fatal(err)
	}
	defer post.Close()
	ours, theirs := liteSchema(t, lite), postSchema(t, post)
	for _, schema := range []map[string]*tableOf{ours, theirs} {
		for name := range schema {
			_, left := notCopied[name]
			if copied := slices.Contains(store.Copied(), name); copied == left {
				t.Errorf("the table %s is copied: %v, and left out: %v; name it in one of the lists, with a reason where it is left out", name, copied, left)
			}
		}
	}
	for _, schema := range []map[string]*tableOf{ours, theirs} {
		maps.DeleteFunc(schema, func(name string, _ *tableOf) bool { return notCopied[name] != "" })
	}
	if a, b := described(ours), described(theirs); !slices.Equal(a, b) {
		for _, line := range a {
			if !slices.Contains(b, line) {
				t.Errorf("only SQLite has %s", line)
			}
		}
		for _, line := range b {
			if !slices.Contains(a, line) {
				t.Errorf("only PostgreSQL has %s", line)
			}
		}
	}
	for _, name := range store.Copied() {
		if ours[name] == nil {
			t.Errorf("%s is copied, and is no table", name)
			continue
		}
		for _, ref := range ours[name].Refers {
			_, to, _ := strings.Cut(ref, " → ")
			to, _, _ = strings.Cut(to, ".")
			if slices.Index(store.Copied(), to) > slices.Index(store.Copied(), name) {
				t.Errorf("%s refers to %s, which is copied after it", name, to)
			}
		}
	}
}

// described is a schema in lines.
func described(schema map[string]*tableOf) []string {
	var out []string
	for name, t := range schema {
		out = append(out, "table "+name)
		for c, is := range t.Columns {
			out = append(out, fmt.Sprintf("%s.%s %+v", name, c, is))
		}
		for _, i := range t.Indexes {
			out = append(out, name+" "+i)
		}
		for _, r := range t.Refers {
			out = append(out, name+"."+r)
		}
	}
	slices.Sort(out)
	return out
}

// rows reads a query whose columns are texts or numbers.
func rows(t *testing.T, db *store.DB, query string, args ...any) [][]string {
	t.Helper()
	r, err := db.Reader().QueryContext(context.Background(), query, args...)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer r.Close()
	names, err := r.Columns()
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for r.Next() {
		row := make([]any, len(names))
		for i := range row {
			row[i] = new(any)
		}
		if err := r.Scan(row...); err != nil {
			t.Fatal(err)
		}
		var text []string
		for _, v := range row {
			text = append(text, strings.TrimPrefix(fmt.Sprint(*v.(*any)), "<nil>"))
		}
		out = append(out, text)
	}
	if err := r.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

func kind(sqlType string) string {
	switch s := strings.ToLower(sqlType); {
	case strings.Contains(s, "int"), strings.Contains(s, "real"), strings.Contains(s, "double"):
		return "number"
	case s == "blob", s == "bytea":
		return "bytes"
	default:
		return s
	}
}

// fallback is a column's default without the way in which a database writes it.
func fallback(s string) string {
	s, _, _ = strings.Cut(s, "::")
	if strings.HasPrefix(s, "nextval(") {
		return ""
	}
	return s
}

func liteSchema(t *testing.T, db *store.DB) map[string]*tableOf {
	t.Helper()
	out := make(map[string]*tableOf)
	for _, r := range rows(t, db, `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`) {
		name := r[0]
		tab := &tableOf{Columns: make(map[string]columnOf)}
		out[name] = tab
		var key []string
		for _, c := range rows(t, db, `SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?) ORDER BY pk`, name) {
			tab.Columns[c[0]] = columnOf{kind(c[1]), c[2] == "0" && c[4] == "0", fallback(c[3])}
			if c[4] != "0" {
				key = append(key, c[0])
			}
		}
		if len(key) > 0 {
			tab.Indexes = append(tab.Indexes, index(true, key, ""))
		}
		for _, i := range rows(t, db, `SELECT l.name, l."unique", COALESCE(m.sql, '') FROM pragma_index_list(?) l LEFT JOIN sqlite_master m ON m.name = l.name WHERE l.origin <> 'pk'`, name) {
			var columns []string
			for _, c := range rows(t, db, `SELECT name, "desc" FROM pragma_index_xinfo(?) WHERE "key" = 1 ORDER BY seqno`, i[0]) {
				if c[1] != "0" {
					c[0] += " DESC"
				}
				columns = append(columns, c[0])
			}
			_, where, _ := strings.Cut(i[2], " WHERE ")
			tab.Indexes = append(tab.Indexes, index(i[1] != "0", columns, where))
		}
		for _, f := range rows(t, db, `SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)`, name) {
			tab.Refers = append(tab.Refers, f[0]+" → "+f[1]+"."+f[2])
		}
		slices.Sort(tab.Indexes)
		slices.Sort(tab.Refers)
	}
	return out
}

// definition are the columns and the condition of an index, as PostgreSQL writes it.
var definition = regexp.MustCompile(`^CREATE (UNIQUE )?INDEX .* USING btree \((.*?)\)(?: WHERE (.*))?$`)

func postSchema(t *testing.T, db *store.DB) map[string]*tableOf {
	t.Helper()
	out := make(map[string]*tableOf)
	for _, r := range rows(t, db, `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`) {
		name := r[0]
		tab := &tableOf{Columns: make(map[string]columnOf)}
		out[name] = tab
		for _, c := range rows(t, db, `SELECT column_name, data_type, is_nullable, COALESCE(column_default, '')
			FROM information_schema.columns WHERE table_schema = 'public' AND table_name = ?`, name) {
			tab.Columns[c[0]] = columnOf{kind(c[1]), c[2] == "YES", fallback(c[3])}
		}
		if notCopied[name] != "" {
			continue
		}
		for _, i := range rows(t, db, `SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename = ?`, name) {
			m := definition.FindStringSubmatch(i[0])
			if m == nil {
				t.Fatalf("an index of another kind: %s", i[0])
			}
			tab.Indexes = append(tab.Indexes, index(m[1] != "", strings.Split(m[2], ", "), m[3]))
		}
		for _, f := range rows(t, db, `SELECT k.column_name, u.table_name, u.column_name FROM information_schema.table_constraints c
			JOIN information_schema.key_column_usage k USING (constraint_name, constraint_schema)
			JOIN information_schema.constraint_column_usage u USING (constraint_name, constraint_schema)
			WHERE c.constraint_type = 'FOREIGN KEY' AND c.table_schema = 'public' AND c.table_name = ?`, name) {
			tab.Refers = append(tab.Refers, f[0]+" → "+f[1]+"."+f[2])
		}
		slices.Sort(tab.Indexes)
		slices.Sort(tab.Refers)
	}
	return out
}

// condition is the words and texts of an index's condition: the databases write the
// same one in their own ways.
var condition = regexp.MustCompile(`'[^']*'|[a-z_]+|<>|[<>=]|\d+`)

func index(unique bool, columns []string, where string) string {
	kind := "index"
	if unique {
		kind = "unique"
	}
	s := kind + " (" + strings.Join(columns, ", ") + ")"
	words := condition.FindAllString(strings.NewReplacer("::text", "", " IN ", " ").Replace(where), -1)
	words = slices.DeleteFunc(words, func(w string) bool { return w == "=" })
	slices.Sort(words)
	if len(words) > 0 {
		s += " where " + strings.Join(slices.Compact(words), " ")
	}
	return s
}
