package store

import (
	"fmt"
	"os"
	"sync"
)

// log is SQLite's write-ahead log. A commit with synchronous=NORMAL writes it; one
// with FULL also waits until the disk has it, and keeps all other writers waiting
// meanwhile. Flush is that wait alone (sqlite.org/pragma.html#pragma_synchronous),
// so that the next transaction can run beside it. Checkpoints sync by themselves.
type log struct {
	name string
	mu   sync.Mutex
	file *os.File
}

// Flush returns when all that was committed before is on disk. With PostgreSQL a
// commit waits for that itself.
func (db *DB) Flush() error {
	if db.dialect == PostgreSQL {
		return nil
	}
	l := db.wal
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.file == nil {
		f, err := os.OpenFile(l.name, os.O_RDWR, 0)
		if err != nil {
			return fmt.Errorf("opening the database's log: %w", err)
		}
		l.file = f // it stays the same file as long as a connection is open
	}
	if err := syncData(l.file); err != nil {
		return fmt.Errorf("writing the database's log to disk: %w", err)
	}
	return nil
}

func (l *log) close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.file == nil {
		return nil
	}
	return l.file.Close()
}
