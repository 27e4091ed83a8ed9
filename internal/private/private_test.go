package private

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func mode(t *testing.T, name string) fs.FileMode {
	t.Helper()
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	return info.Mode().Perm()
}

func wide(t *testing.T, name string, dir bool) string {
	t.Helper()
	if dir {
		if err := os.Mkdir(name, 0o777); err != nil {
			t.Fatal(err)
		}
	} else if err := os.WriteFile(name, []byte("kept"), 0o666); err != nil {
		t.Fatal(err)
	}
	m := fs.FileMode(0o666)
	if dir {
		m = 0o777
	}
	if err := os.Chmod(name, m); err != nil { // whatever the umask
		t.Fatal(err)
	}
	return name
}

func TestWhatIsMadeIsTheOwnersAlone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	if err := Dir(dir); err != nil {
		t.Fatal(err)
	}
	if err := File(filepath.Join(dir, "f")); err != nil {
		t.Fatal(err)
	}
	if d, f := mode(t, dir), mode(t, filepath.Join(dir, "f")); d != 0o700 || f != 0o600 {
		t.Errorf("the folder has %o, the file %o", d, f)
	}
}

func TestWhatIsThereIsTakenFromOthers(t *testing.T) {
	dir := wide(t, filepath.Join(t.TempDir(), "d"), true)
	file, sub := wide(t, filepath.Join(dir, "f"), false), wide(t, filepath.Join(dir, "s"), true)
	outside := wide(t, filepath.Join(t.TempDir(), "o"), false)
	if err := os.Symlink(outside, filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	if err := Dir(dir); err != nil {
		t.Fatal(err)
	}
	if err := Inside(dir); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]fs.FileMode{dir: 0o700, file: 0o600, sub: 0o700, outside: 0o666} {
		if got := mode(t, name); got != want {
			t.Errorf("%s has %o, want %o", name, got, want)
		}
	}
	if err := os.Chmod(file, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := File(file); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(file); err != nil || string(data) != "kept" || mode(t, file) != 0o600 {
		t.Errorf("%q, %v, %o", data, err, mode(t, file))
	}
	if err := os.Chmod(file, 0o400); err != nil {
		t.Fatal(err)
	}
	if err := Inside(dir); err != nil || mode(t, file) != 0o400 {
		t.Errorf("what is stricter was changed: %o, %v", mode(t, file), err)
	}
}
