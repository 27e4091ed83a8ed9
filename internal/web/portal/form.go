package portal

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"strings"

	"pressroom/internal/coalition"
	"pressroom/internal/photo"
	"pressroom/internal/web/page"
)

// Limits of what a partner sends at once. Words have at most 4,000 characters, which
// take 48 KiB in a form; what is longer is shown to whoever typed it, up to a bound.
const (
	maxWords  = 256 << 10
	maxLive   = 64 << 10
	maxUpload = photo.MaxBytes + 64<<10
	maxField  = 16 << 10 // of a form with a file
	maxFields = 20
)

// Requests in hand at once, over the whole process: each may hold a form, or a file
// on the disk.
const (
	formsAtOnce, formsOfALink     = 64, 8
	uploadsAtOnce, uploadsOfALink = 8, 2
)

// Errors about forms, for refuse.
var (
	errLarge     = errors.New("that was more than is read")
	errForm      = errors.New("the form could not be read")
	errNoVersion = errors.New("the form does not say which version it is for")
	errBusy      = errors.New("too many are sent at once")
)

// sent is a form as a partner sent it.
type sent struct {
	url.Values
	photo *os.File // nil where none came
	free  func()   // gives its place back; nil if it has none
}

// close lets go of the file.
func (s *sent) close() {
	if s.free != nil {
		defer s.free()
	}
	if s.photo != nil {
		s.photo.Close()
		os.Remove(s.photo.Name())
	}
}

// readForm reads a form with or without a file, within bounds: words into memory, a
// photo to the disk, so that photos which wait for their turn take no memory. The
// form must be closed; r.PostForm has its values.
func (q *Portal) readForm(w http.ResponseWriter, r *http.Request, link string) (*sent, error) {
	if !strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/form-data") {
		r.Body = http.MaxBytesReader(w, r.Body, maxWords)
		err := r.ParseForm()
		return &sent{Values: r.PostForm}, formError(err)
	}
	if !q.uploads.Take(link) {
		return &sent{}, errBusy
	}
	r.Body = http.MaxBytesReader(w, r.Body, maxUpload)
	s := &sent{Values: make(url.Values), free: func() { q.uploads.Free(link) }}
	err := s.read(r)
	r.PostForm = s.Values
	return s, formError(err)
}

// formError is what was wrong with a form.
func formError(err error) error {
	large, disk := (*http.MaxBytesError)(nil), (*fs.PathError)(nil)
	switch {
	case err == nil || errors.Is(err, errLarge) || errors.As(err, &disk):
		return err
	case errors.As(err, &large):
		return errLarge
	}
	return fmt.Errorf("%w: %w", errForm, err)
}

// read takes a form with a file apart.
func (s *sent) read(r *http.Request) error {
	parts, err := r.MultipartReader()
	if err != nil {
		return err
	}
	for range maxFields {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := s.add(part); err != nil {
			return err
		}
	}
	return errLarge
}

func (s *sent) add(part *multipart.Part) error {
	if part.FormName() == "photo" && s.photo == nil {
		file, err := os.CreateTemp("", "pressroom-upload-")
		if err != nil {
			return err
		}
		s.photo = file
		_, err = io.Copy(file, part)
		return err
	}
	data, err := io.ReadAll(io.LimitReader(part, maxField+1))
	if err == nil && len(data) > maxField {
		err = errLarge
	}
	s.Values.Add(part.FormName(), string(data))
	return err
}

// takePhoto reads an uploaded photo. One is worked on at a time: it takes memory by
// the pixel.
func (q *Portal) takePhoto(r *http.Request, secret string, s *sent) (done string, err error) {
	if s.photo == nil {
		return "", coalition.RefusePartner(coalition.ErrState, "refused_photo_none")
	}
	if !q.heavy.Enter(r.Context()) {
		return "", r.Context().Err()
	}
	defer q.heavy.Leave()
	data, err := os.ReadFile(s.photo.Name())
	if err != nil {
		return "", fmt.Errorf("reading an uploaded photo: %w", err)
	}
	get := s.Values.Get
	line := func(name string) string { return page.Line(get(name), 200) }
	text := coalition.PhotoText{Caption: line("caption"), Credit: line("credit"), Rights: line("rights")}
	if _, err = q.desk.Photo(r.Context(), secret, data, text); err == nil && photo.Small(data) {
		return "photo-small", nil
	}
	return "photo", err
}
