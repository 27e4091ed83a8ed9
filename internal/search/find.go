package search

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"pressroom/internal/publication"
	"pressroom/internal/terms"
)

// Hit is a release in a language in which all was found.
type Hit struct {
	Release *publication.Release
	Version *publication.Version

	id int64
}

// Find looks for a query in what is public at a moment, in one language, or with "" in all. It
// returns all that has each of its phrases: the newest release first, and of one its main
// language. A query without phrases finds nothing.
func (i *Index) Find(ctx context.Context, x *publication.Index, q terms.Query, language string) ([]Hit, error) {
	if len(q.Phrases) == 0 {
		return nil, nil
	}
	ids, err := i.ids(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("searching: %w", err)
	}
	var out []Hit
	for _, p := range x.Releases {
		for n := range p.Versions {
			v := &p.Versions[n]
			if id, ok := ids[version{p.Dispatch, v.Language}]; ok && (language == "" || language == v.Language) {
				out = append(out, Hit{p, v, id})
			}
		}
	}
	return out, nil
}

// version is a dispatch in a language.
type version struct{ dispatch, language string }

// ids are the rows in which a query is found.
func (i *Index) ids(ctx context.Context, q terms.Query) (map[version]int64, error) {
	var rows *sql.Rows
	var err error
	if i.db.Postgres() {
		rows, err = i.db.Reader().QueryContext(ctx, `SELECT rowid, dispatch, language FROM searchable
			WHERE words @@ CAST(CAST(? AS TEXT) AS TSQUERY)`, tsquery(q))
	} else {
		rows, err = i.db.Reader().QueryContext(ctx, `SELECT rowid, dispatch, language FROM searchable WHERE searchable MATCH ?`, match(q))
	}
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := make(map[version]int64)
	for rows.Next() {
		var id int64
		var v version
		if err := rows.Scan(&id, &v.dispatch, &v.language); err != nil {
			return nil, err
		}
		out[v] = id
	}
	return out, rows.Err()
}

// Text is what was found, without its headline: subhead, body, and the names of organizations,
// with a line for each paragraph. "" where it is not public any more.
func (i *Index) Text(ctx context.Context, h Hit) (string, error) {
	var text string
	err := i.db.Reader().QueryRowContext(ctx, `SELECT text FROM searchable WHERE rowid = ?`, h.id).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("reading what was found: %w", err)
	}
	return after(text), nil
}
