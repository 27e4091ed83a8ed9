package workspace

import (
	"fmt"
	"os"
	"path/filepath"
)

// NoneError says that a folder is no workspace.
type NoneError struct {
	Dir   string
	Above string // the workspace that it is inside of; "" where it is in none
}

func (e *NoneError) Error() string {
	if e.Above != "" {
		return fmt.Sprintf("%s is no workspace, and inside of one: go to %s, or say pressroom -C %s", e.Dir, e.Above, e.Above)
	}
	return fmt.Sprintf("%s is no workspace: it has no %s; pressroom init makes it one, and pressroom -C DIR names another folder",
		e.Dir, SettingsFile)
}

// made are what a workspace has, or one of them: settings, releases, press lists.
var made = [...]string{SettingsFile, "releases", "contacts"}

// Check is a NoneError for a folder that is no workspace. Somebody may have begun one
// without settings, with a release or a press list; and where a database is named in the
// environment, none is needed.
func Check(dir string) error {
	if os.Getenv(databaseURL) != "" {
		return nil
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return fmt.Errorf("opening workspace: %w", err)
	}
	info, err := os.Stat(dir)
	if err != nil {
		return fmt.Errorf("opening workspace: %w", err)
	}
	if !info.IsDir() {
		return fmt.Errorf("opening workspace: %s is not a folder", dir)
	}
	for _, name := range made {
		if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
			return nil
		}
	}
	none := &NoneError{Dir: dir}
	for above := filepath.Dir(dir); above != filepath.Dir(above); above = filepath.Dir(above) {
		if _, err := os.Stat(filepath.Join(above, SettingsFile)); err == nil {
			none.Above = above
			break
		}
	}
	return none
}
