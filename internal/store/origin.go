package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"pressroom/internal/setting"
)

// settingHome says where the database was when something was scheduled in it. A copy of it,
// made with cp or as a template, says so too: and stands elsewhere.
const settingHome = "home"

// home is what the setting holds: the name is another for each place.
type home struct {
	Name  string `json:"name"`
	Place string `json:"place"`
}

// here is where the database is, with whatever links there lead to it; "" where that cannot be known.
func (db *DB) here(ctx context.Context) string {
	if db.dialect == SQLite {
		if file, err := filepath.EvalSymlinks(filepath.Join(db.dir, fileName)); err == nil {
			file, _ = filepath.Abs(file)
			return file
		}
		return ""
	}
	var place string
	err := db.read.QueryRowContext(ctx, `SELECT system_identifier || '/' || current_database() FROM pg_control_system()`).Scan(&place)
	if err != nil {
		return ""
	}
	return place
}

// Settle notes where the database is, unless it is a copy of one that is still there.
func (db *DB) Settle(ctx context.Context) error {
	here := db.here(ctx)
	h, _, err := db.home(ctx, db.Reader())
	if err != nil || here == "" || h.Place == here {
		return err
	}
	origin, err := db.Origin(ctx)
	if err != nil {
		return err
	}
	if origin != nil {
		return origin.Close()
	}
	var b [8]byte
	rand.Read(b[:])
	value, err := json.Marshal(home{hex.EncodeToString(b[:]), here})
	if err != nil {
		return err
	}
	return db.Tx(ctx, func(tx *Tx) error { return setting.Set(ctx, tx, settingHome, string(value)) })
}

// home reads the setting, and what it is made of.
func (db *DB) home(ctx context.Context, q setting.Reader) (h home, value string, err error) {
	if value, err = setting.Get(ctx, q, settingHome); err != nil || value == "" {
		return h, value, err
	}
	if err := json.Unmarshal([]byte(value), &h); err != nil {
		return h, value, fmt.Errorf("asking where the database is: the setting %s: %w", settingHome, err)
	}
	return h, value, nil
}

// Origin is the database that this one is a copy of, to be read and closed, where it is still
// where it was, and can be read from here; nil for one that is no copy.
func (db *DB) Origin(ctx context.Context) (*DB, error) {
	h, value, err := db.home(ctx, db.Reader())
	if err != nil || value == "" {
		return nil, err
	}
	here := db.here(ctx)
	if here == "" || here == h.Place {
		return nil, nil
	}
	origin := db.at(ctx, h.Place, here)
	if origin == nil {
		return nil, nil
	}
	_, theirs, err := origin.home(ctx, origin.Reader())
	if err != nil || theirs != value { // it is another by now, or none
		return nil, origin.Close()
	}
	return origin, nil
}

// at opens a database of the same kind to be read; nil if there is none.
func (db *DB) at(ctx context.Context, place, here string) *DB {
	out := &DB{dialect: db.dialect}
	var err error
	if db.dialect == SQLite {
		if _, err := os.Stat(place); err != nil {
			return nil
		}
		out.dir = filepath.Dir(place)
		out.read, err = sql.Open("sqlite", "file:"+inAddress.Replace(place)+"?mode=ro&_pragma=busy_timeout(2000)&_pragma=query_only(1)")
	} else {
		server, name, _ := strings.Cut(place, "/")
		u, bad := url.Parse(db.url)
		if bad != nil || !strings.HasPrefix(here, server+"/") {
			return nil
		}
		u.Path = "/" + name
		out.url = u.String()
		out.read, err = sql.Open("pgx", out.url)
	}
	if err != nil {
		return nil
	}
	out.write = out.read
	if err := errors.Join(out.read.PingContext(ctx), ctx.Err()); err != nil {
		out.read.Close()
		return nil
	}
	return out
}
