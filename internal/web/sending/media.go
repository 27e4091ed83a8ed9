package sending

import (
	"errors"
	"io"
	"net/http"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"pressroom/internal/draft"
	"pressroom/internal/fields"
	"pressroom/internal/frontmatter"
	"pressroom/internal/photo"
	"pressroom/internal/revisions"
	"pressroom/internal/web/page"
)

// uploadLimit is the most that a file may have, with its form.
const uploadLimit = max(photo.MaxBytes, draft.MaxFile) + 64<<10

// takeFile takes a picture or a document in, and puts it into the release: as one more, or in
// the place of another.
func (h *Pages) takeFile(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, uploadLimit)
	h.acts.Lock() // a photo takes memory by the pixel: one at a time
	defer h.acts.Unlock()
	if err := r.ParseMultipartForm(uploadLimit); err != nil {
		code := http.StatusBadRequest
		if large := (*http.MaxBytesError)(nil); errors.As(err, &large) {
			code = http.StatusRequestEntityTooLarge
		}
		h.room.Say(w, r, code, "Too much", "That was more than this page takes. Nothing was done.")
		return
	}
	entry, err := strconv.Atoi(r.PostForm.Get("entry"))
	if err == nil && entry >= 0 {
		wrote, err := h.exchange(r, entry)
		if err == nil && len(wrote) == 0 { // it is the same file
			h.saved(w, r, "form", "same", "", 0)
			return
		}
		if err == nil {
			h.savedAll(w, r, "form", "exchanged", wrote, url.Values{"left": {r.PostForm.Get("was.file")}})
			return
		}
		h.fileRefused(w, r, err)
		return
	}
	n, err := h.enclose(r)
	if err != nil {
		h.fileRefused(w, r, err)
		return
	}
	h.saved(w, r, "form", "taken-in", "", n)
}

// fileRefused shows the form with why a file was not taken in, or not deleted.
func (h *Pages) fileRefused(w http.ResponseWriter, r *http.Request, err error) {
	v, broken := h.form(r)
	if broken != nil {
		h.refuse(w, r, "Nothing was written", broken)
		return
	}
	v.Bad = h.fault(err)
	h.showForm(w, r, http.StatusConflict, v)
}

// enclose takes a file in, and writes an entry for it.
func (h *Pages) enclose(r *http.Request) (n int, err error) {
	table, now := r.PostForm.Get("table"), posted(r.PostForm, "now.")
	switch {
	case table == "media" && strings.TrimSpace(now["alt"]) == "":
		return 0, said("say what the picture shows, for those who cannot see it")
	case table != "media" && strings.TrimSpace(now["title"]) == "":
		return 0, said("give the document a title: it is what journalists read")
	case table != "media":
		table = "document"
	}
	if now["file"], err = h.uploaded(r, table, now); err != nil {
		return 0, err
	}
	add := fields.Entry{Change: fields.Change{Table: table, Entry: -1, Now: now}}
	return h.Revisions.Edit(r.Context(), r.PathValue("slug"), "", h.by(r), add.Add)
}

// uploaded takes the file of a form into the folder, and returns its name there. In a photo
// stands what the release says of it.
func (h *Pages) uploaded(r *http.Request, table string, says map[string]string) (file string, err error) {
	f, header, err := r.FormFile("file")
	if err != nil {
		return "", said("choose a file first")
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		return "", err
	}
	folder := draft.New(h.Workspace)
	if _, err := folder.Sources(r.PathValue("slug")); err != nil {
		return "", err
	}
	name := page.Line(filepath.Base(strings.ReplaceAll(header.Filename, `\`, "/")), 200)
	if table != "media" {
		return folder.TakeDocument(r.Context(), name, data)
	}
	of := func(key string) string { return page.Line(says[key], 1000) }
	return folder.TakePhoto(r.Context(), name, data, photo.Text{Caption: of("caption"), Credit: of("credit"), Rights: of("rights")})
}

// exchange puts an uploaded file in the place of what one of several tables names. All else
// that the table says stays.
func (h *Pages) exchange(r *http.Request, entry int) ([]revisions.Wrote, error) {
	table, old := "document", r.PostForm.Get("was.file")
	if r.PostForm.Get("table") == "media" {
		table = "media"
	}
	slug := r.PathValue("slug")
	opened, err := draft.New(h.Workspace).Open(slug, "")
	if err != nil {
		return nil, err
	}
	doc, diags := frontmatter.Split(opened.Name, []byte(opened.Text))
	if doc == nil {
		return nil, diags
	}
	c := fields.Change{Table: table, Entry: entry, Was: map[string]string{"file": old}, Zone: h.Press.Zone()}
	at, err := c.Find(doc)
	if err != nil {
		return nil, err
	}
	says, sheet := make(map[string]string), fields.Sheet{Doc: doc, Zone: h.Press.Zone()}
	for _, key := range []string{"caption", "credit", "rights"} {
		says[key] = sheet.Value(frontmatter.Index(table, at), fields.Of(table, key))
	}
	file, err := h.uploaded(r, table, says)
	if err != nil {
		return nil, err
	}
	c.Now = map[string]string{"file": file}
	return h.Revisions.Exchange(r.Context(), slug, old, file, h.by(r), c.Apply)
}

// left is the file in the place of which another was put, where it is still in the folder and
// nothing else uses it.
func (h *Pages) left(file string) string {
	if !slices.Contains(h.Workspace.Assets(), file) {
		return ""
	}
	if used, err := draft.New(h.Workspace).Uses(file); err != nil || len(used) > 0 {
		return ""
	}
	return file
}

// discard deletes a file that nothing uses.
func (h *Pages) discard(w http.ResponseWriter, r *http.Request) {
	if err := draft.New(h.Workspace).Discard(r.Context(), line(r, "file")); err != nil {
		h.fileRefused(w, r, err)
		return
	}
	h.saved(w, r, "form", "discarded", line(r, "language"), 0)
}
