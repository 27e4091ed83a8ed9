package provenance

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/emersion/go-message"

	"pressroom/internal/importer"
	"pressroom/internal/verify/pdftext"
)

// Limits of what is unpacked of a file.
const (
	mostUnpacked = 64 << 20
	mostParts    = 500
)

// Texts is all that stands in a file, in its words as in what it says of itself: heads and
// feet of its pages, and its metadata; of a mail what is attached, too. Its error names what
// could not be read; the rest is there all the same.
func Texts(name string, data []byte) ([]string, error) {
	if len(data) > MaxBytes {
		return nil, fmt.Errorf("it is larger than %d MiB", MaxBytes>>20)
	}
	return texts(name, data, true)
}

func texts(name string, data []byte, attached bool) ([]string, error) {
	out := []string{string(data)} // metadata stands in a page, and in a PDF of ours, as it is
	if bytes.HasPrefix(data, []byte("%PDF-")) {
		t, err := pdftext.Read(data)
		if err != nil {
			return out, err
		}
		return append(append(out, t.Paragraphs...), t.Running...), nil
	}
	var errs []error
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		parts, err := unpacked(data)
		out, errs = append(out, parts...), append(errs, err)
	}
	shown, err := importer.ShownBy(name, data)
	errs = append(errs, err)
	for _, s := range shown {
		out = append(append(out, s.Plain), s.Paragraphs...)
	}
	if attached && (strings.HasSuffix(strings.ToLower(name), ".eml") || len(shown) > 1) {
		parts, err := enclosed(data)
		out, errs = append(out, parts...), append(errs, err)
	}
	return out, errors.Join(errs...)
}

// unpacked are the parts of a document that is a zip.
func unpacked(data []byte) (out []string, err error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	left := int64(mostUnpacked)
	for _, f := range z.File[:min(len(z.File), mostParts)] {
		if !strings.HasSuffix(f.Name, ".xml") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return out, fmt.Errorf("%s: %w", f.Name, err)
		}
		part, err := io.ReadAll(io.LimitReader(r, left))
		r.Close()
		if err != nil {
			return out, fmt.Errorf("%s: %w", f.Name, err)
		}
		left -= int64(len(part))
		out = append(out, string(part))
	}
	return out, nil
}

// enclosed is what stands in the files that a mail encloses.
func enclosed(data []byte) (out []string, err error) {
	e, err := message.Read(bytes.NewReader(data))
	if err != nil && !message.IsUnknownCharset(err) {
		return nil, fmt.Errorf("it is no mail: %w", err)
	}
	parts, errs := 0, []error{}
	left := int64(mostUnpacked)
	err = e.Walk(func(_ []int, part *message.Entity, err error) error {
		if err != nil && !message.IsUnknownCharset(err) {
			return err
		}
		kind, params, _ := part.Header.ContentType()
		if parts++; strings.HasPrefix(kind, "multipart/") || parts > mostParts {
			return nil
		}
		file, err := io.ReadAll(io.LimitReader(part.Body, left))
		if err != nil && !message.IsUnknownCharset(err) {
			return err
		}
		left -= int64(len(file))
		_, disposition, _ := part.Header.ContentDisposition()
		name := disposition["filename"]
		if name == "" {
			name = params["name"]
		}
		found, err := texts(name, file, false)
		out = append(out, found...)
		if err != nil && !strings.HasPrefix(kind, "image/") {
			errs = append(errs, fmt.Errorf("%s in it: %w", name, err))
		}
		return nil
	})
	return out, errors.Join(append(errs, err)...)
}
