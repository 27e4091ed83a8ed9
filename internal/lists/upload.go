package lists

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"pressroom/internal/contacts"
	"pressroom/internal/saying"
)

// upload is a file that somebody brought, as long as it is looked at before anything of
// it is written. It is kept in memory alone: people stand in it who may never have been
// asked.
type upload struct {
	name, file string
	data       []byte
}

// How many files are kept at any time, and how many bytes of them.
const (
	mostUploads = 8
	uploadBytes = 128 << 20
)

// ErrNoUpload is returned where a file is not kept any more.
var ErrNoUpload = saying.Errorf("the file is not kept any more: it was imported, or the program was started anew; choose it again")

// Keep keeps a file until it was imported, and returns a name that nobody else knows.
func (d *Desk) Keep(file string, data []byte) string {
	name := rand.Text()
	d.mu.Lock()
	defer d.mu.Unlock()
	d.uploads = append(d.uploads, upload{name, file, data})
	for total(d.uploads) > uploadBytes && len(d.uploads) > 1 || len(d.uploads) > mostUploads {
		d.uploads = slices.Delete(d.uploads, 0, 1)
	}
	return name
}

func total(all []upload) (n int) {
	for _, u := range all {
		n += len(u.data)
	}
	return n
}

// Kept is a file that is kept, by its name; ErrNoUpload where there is none.
func (d *Desk) Kept(name string) (file string, data []byte, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, u := range d.uploads {
		if u.name == name {
			return u.file, u.data, nil
		}
	}
	return "", nil, ErrNoUpload
}

// Forget has nothing more known of a file that was kept.
func (d *Desk) Forget(name string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.uploads = slices.DeleteFunc(d.uploads, func(u upload) bool { return u.name == name })
}

// ForgetAll forgets what changes could be undone by, and files that are kept: somebody
// was erased who may stand in them.
func (d *Desk) ForgetAll() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.steps, d.uploads = nil, nil
}

// Read reads a file and says what it would do, as the function Read. Who is new is added
// today.
func (d *Desk) Read(req Request) (*Import, error) {
	req.Day = d.now().In(d.w.Settings.Zone())
	return Read(d.w, req)
}

// Write writes an import, and returns what takes it back, for Undo; "" where there is no list, or it is
// as it was.
func (d *Desk) Write(i *Import) (undo string, err error) {
	last, err := read(d.w, i.lastFile())
	if err != nil {
		return "", err
	}
	if err := i.Write(); err != nil {
		return "", err
	}
	if i.Nobody() || i.Exists && bytes.Equal(i.before, i.after) {
		return "", nil
	}
	return d.remember(step{
		file: i.file(), before: i.before, after: versionOf(i.after), also: []contacts.File{{Name: i.lastFile(), Data: last}},
	}), nil
}

// Sight names what an import was seen to do: the list as it was, and as it would be.
func (i *Import) Sight() string {
	sum := sha256.New()
	sum.Write([]byte(versionOf(i.before) + "\n"))
	sum.Write(i.after)
	for _, l := range i.Result.Left {
		sum.Write([]byte("\n" + l.Key))
	}
	return hex.EncodeToString(sum.Sum(nil)[:12])
}
